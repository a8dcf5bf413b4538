package dev.pharos.engine.making;

import dev.pharos.engine.document.MarkdownText;
import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.note.PlaceAnchor;

import java.util.regex.Pattern;

/// Links from a note to places of a source.
///
/// @param target what leads to the source, as links of notes name it
record PlaceLink(Source source, String target) {
    /// What would end a wiki link, or begin another part of it.
    private static final Pattern UNFIT = Pattern.compile("[\\[\\]|#^\\\\]|%%");

    private static final Pattern ENCODED = Pattern.compile("[^\\p{L}\\p{N}/._~-]");

    /// To the whole source, with its title.
    String whole() {
        return to("", source.title());
    }

    String to(Place place, String label) {
        return to(anchor(place), label.isBlank() ? source.title() : label);
    }

    /// As YAML has it.
    String plain() {
        return UNFIT.matcher(target).find() ? source.title() : "[[" + target + "]]";
    }

    private String to(String anchor, String label) {
        return UNFIT.matcher(target).find()
                ? "[" + MarkdownText.line(label) + "](" + encoded() + anchor + ")"
                : "[[" + target + anchor + "|" + label(label) + "]]";
    }

    private static String label(String words) {
        return words.replaceAll("[\\[\\]|\\s]+", " ").strip();
    }

    /// As the address in a Markdown link: signs of ASCII that could mean something as their codes.
    private String encoded() {
        return ENCODED.matcher(target)
                .replaceAll(sign ->
                        sign.group().charAt(0) < 128
                                ? String.format("%%%02X", (int) sign.group().charAt(0))
                                : sign.group());
    }

    /// In a note, its heading.
    private String anchor(Place place) {
        if (source.kind() != SourceKind.NOTE) {
            return PlaceAnchor.of(place);
        }
        String heading = place.heading();
        if (heading == null) {
            return "";
        }
        String last = heading.substring(heading.lastIndexOf(Place.HEADING_SEPARATOR) + 1);
        return "#" + UNFIT.matcher(last.replace("›", " ")).replaceAll(" ").strip();
    }
}
