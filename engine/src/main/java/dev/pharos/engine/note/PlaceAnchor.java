package dev.pharos.engine.note;

import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The part of a link from `#` on that leads to a place: `#page=12` as in the addresses of PDFs
/// (RFC 8118), `#t=75.2,80` as in those of sound (W3C Media Fragments), which other programs follow
/// too, and `at=10-20`, the letters themselves, where there are such. `id=5df91b2c`, the beginning
/// of a source's id, tells files with one name apart. In a note, whose letters move, it is a
/// heading with words to be found below it, `#Costs:~:text=The bridge` (W3C Text Fragments).
public final class PlaceAnchor {
    private static final double SECOND = 1000;
    private static final Pattern TIMES =
            Pattern.compile("(\\d{1,7}(?:\\.\\d{1,3})?)?(?:,(\\d{1,7}(?:\\.\\d{1,3})?))?");
    private static final Pattern LETTERS = Pattern.compile("(\\d{1,9})-(\\d{1,9})");
    private static final Pattern MARK = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}");
    private static final Pattern MARKS = Pattern.compile("(?<=[#&:]id=)" + MARK.pattern());
    private static final String IN_NOTE = ":~:";
    private static final int MARKED = "5df91b2c-0a1b".length();
    private static final int MOST_WORDS = 48;
    private static final int FEWEST = 8;

    /// What would end a wiki link, or begin another part of it.
    private static final Pattern UNFIT = Pattern.compile("[\\[\\]|#^\\\\]|%%");

    /// What would end words as well.
    private static final Pattern CODED = Pattern.compile("[\\[\\]|#^\\\\%&,-]");

    private PlaceAnchor() {}

    /// As it is written.
    ///
    /// @param words that stand there; may be empty
    public static String of(Source source, Place place, String words) {
        boolean note = source.kind() == SourceKind.NOTE;
        var parts = note ? words(words) : parts(place);
        return (note ? "#" + heading(place) + IN_NOTE : "#")
                + Stream.concat(parts, Stream.of("id=" + mark(source.id())))
                        .collect(Collectors.joining("&"));
    }

    /// The beginning of a source.
    public static String of(Source source) {
        return of(source, new Place(null, null, null, null, null, 0, 0), "");
    }

    private static Stream<String> parts(Place place) {
        if (place.startMs() != null) {
            String end = place.endMs() == null ? "" : "," + seconds(place.endMs());
            return Stream.of("t=" + seconds(place.startMs()) + end);
        }
        boolean letters = place.startOffset() < place.endOffset();
        return Stream.of(
                        place.page() == null ? "" : "page=" + place.page(),
                        letters ? "at=" + place.startOffset() + "-" + place.endOffset() : "")
                .filter(each -> !each.isEmpty());
    }

    private static String heading(Place place) {
        String heading = place.heading() == null ? "" : place.heading();
        String last = heading.substring(heading.lastIndexOf(Place.HEADING_SEPARATOR) + 1);
        return UNFIT.matcher(last.replace("›", " ")).replaceAll(" ").strip();
    }

    /// The first of some words, as many as tell them from others; none where they tell too little.
    private static Stream<String> words(String all) {
        String line = all.strip().replaceAll("\\s+", " ");
        int end = line.length() <= MOST_WORDS ? line.length() : line.lastIndexOf(' ', MOST_WORDS);
        return Stream.of(line.substring(0, end > 0 ? end : Math.min(line.length(), MOST_WORDS)))
                .filter(words -> words.length() >= FEWEST)
                .map(words -> "text=" + coded(words));
    }

    private static String coded(String words) {
        return CODED.matcher(words)
                .replaceAll(sign -> String.format("%%%02X", (int) sign.group().charAt(0)));
    }

    /// The beginning of an id that stands in links.
    public static String mark(SourceId id) {
        return id.toString().substring(0, MARKED);
    }

    /// The mark of the source that a link leads to, where it has one.
    public static Optional<String> markOf(String anchor) {
        return Optional.ofNullable(parts(anchor).get("id"))
                .filter(mark -> MARK.matcher(mark).matches());
    }

    /// The marks of all sources that the links in a text lead to.
    public static Set<String> marks(String text) {
        return MARKS.matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The words that are to be found in a note, where there are such.
    public static Optional<String> textOf(String anchor) {
        return anchor.contains(IN_NOTE)
                ? Optional.ofNullable(parts(anchor).get("text"))
                        .map(LinkNames::decoded)
                        .filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    /// The heading or block of a note, without what else is told of the place.
    public static String headingOf(String anchor) {
        int at = anchor.indexOf(IN_NOTE);
        return at < 0 ? anchor : anchor.substring(0, at);
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
        int from = anchor.indexOf(IN_NOTE);
        String told =
                from < 0
                        ? anchor.substring(anchor.startsWith("#") ? 1 : 0)
                        : anchor.substring(from + IN_NOTE.length());
        for (String part : told.split("&")) {
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
