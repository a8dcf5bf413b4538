package dev.pharos.engine.note;

import dev.pharos.engine.library.Place;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The part of a link from `#` on that leads to a place in what is no note: `#page=12` as in the
/// addresses of PDFs (RFC 8118), `#t=75.2,80` as in those of sound (W3C Media Fragments), which
/// other programs follow too, and `at=10-20`, the letters themselves, where there are such.
public final class PlaceAnchor {
    private static final double SECOND = 1000;
    private static final Pattern TIMES =
            Pattern.compile("(\\d{1,7}(?:\\.\\d{1,3})?)?(?:,(\\d{1,7}(?:\\.\\d{1,3})?))?");
    private static final Pattern LETTERS = Pattern.compile("(\\d{1,9})-(\\d{1,9})");

    private PlaceAnchor() {}

    /// As it is written; empty for the beginning of a source.
    public static String of(Place place) {
        if (place.startMs() != null) {
            return "#t="
                    + seconds(place.startMs())
                    + (place.endMs() == null ? "" : "," + seconds(place.endMs()));
        }
        boolean letters = place.startOffset() < place.endOffset();
        String parts =
                Stream.of(
                                place.page() == null ? "" : "page=" + place.page(),
                                letters
                                        ? "at=" + place.startOffset() + "-" + place.endOffset()
                                        : "")
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining("&"));
        return parts.isEmpty() ? "" : "#" + parts;
    }

    private static String seconds(long ms) {
        return ms % 1000 == 0
                ? String.valueOf(ms / 1000)
                : String.format(Locale.ROOT, "%.3f", ms / SECOND).replaceAll("0+$", "");
    }

    /// What is written, as far as that tells; nothing where it leads to no place. The letters may
    /// not be there any more.
    public static Optional<Place> place(String anchor) {
        var parts = parts(anchor);
        var times = TIMES.matcher(parts.getOrDefault("t", ""));
        if (parts.containsKey("t") && times.matches()) {
            long start = ms(times.group(1), 0);
            long end = Math.max(start + 1, ms(times.group(2), start + 1));
            return Optional.of(new Place(null, null, null, start, end, 0, 0));
        }
        Integer page =
                parts.getOrDefault("page", "").matches("[1-9]\\d{0,6}")
                        ? Integer.valueOf(parts.get("page"))
                        : null;
        var letters = LETTERS.matcher(parts.getOrDefault("at", ""));
        boolean exact = letters.matches();
        int start = exact ? Integer.parseInt(letters.group(1)) : 0;
        int end = exact ? Math.max(start, Integer.parseInt(letters.group(2))) : 0;
        return page == null && !exact
                ? Optional.empty()
                : Optional.of(new Place(page, null, null, null, null, start, end));
    }

    private static Map<String, String> parts(String anchor) {
        var parts = new HashMap<String, String>();
        for (String part : anchor.substring(anchor.startsWith("#") ? 1 : 0).split("&")) {
            int is = part.indexOf('=');
            if (is > 0) {
                parts.put(part.substring(0, is).strip(), part.substring(is + 1).strip());
            }
        }
        return parts;
    }

    private static long ms(@Nullable String seconds, long otherwise) {
        return seconds == null ? otherwise : Math.round(Double.parseDouble(seconds) * SECOND);
    }
}
