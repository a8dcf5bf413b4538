package dev.pharos.engine.making;

import dev.pharos.engine.document.MarkdownText;
import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.note.LinkMoves;
import dev.pharos.engine.note.PlaceAnchor;

import java.util.regex.Pattern;

/// Links from a note to places of a source. Immutable.
///
/// @param target what leads to the source, as links of notes name it
/// @param text of the source, in which places count; may be empty where none is linked to
public record PlaceLink(Source source, String target, String text) {
    /// What would end a wiki link, or begin another part of it.
    private static final Pattern UNFIT = Pattern.compile("[\\[\\]|#^\\\\]|%%");

    private static final Pattern ENCODED = Pattern.compile("[^\\p{L}\\p{N}/._~-]");

    /// To the whole source, with its title.
    public String whole() {
        return to(PlaceAnchor.of(source), source.title());
    }

    public String to(Place place, String label) {
        boolean note = source.kind() == SourceKind.NOTE;
        String words = note ? text.substring(place.startOffset(), place.endOffset()) : "";
        String anchor = PlaceAnchor.of(source, place, words);
        return to(anchor, label.isBlank() ? source.title() : label);
    }

    /// As YAML has it.
    public String plain() {
        return UNFIT.matcher(target).find()
                ? source.title()
                : "[[" + target + PlaceAnchor.of(source) + "]]";
    }

    private String to(String anchor, String label) {
        return UNFIT.matcher(target).find()
                ? "["
                        + MarkdownText.inside(label)
                        + "]("
                        + encoded()
                        + LinkMoves.encoded(anchor)
                        + ")"
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
}
