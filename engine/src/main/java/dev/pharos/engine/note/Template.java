package dev.pharos.engine.note;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fills the places of a template in: `{{title}}`, `{{date}}`, `{{time}}`, and with a format, as in
/// `{{date:dddd, D MMMM YYYY}}`. Formats are those of the well-known programs for notes: Moment's
/// letters, with words in brackets.
public final class Template {
    private static final Pattern PLACE =
            Pattern.compile("(?i)\\{\\{\\s*(title|date|time)\\s*(?::([^{}]*))?}}");

    /// Words in brackets, or letters that repeat.
    private static final Pattern PIECE =
            Pattern.compile("\\[([^]]*)]|([A-Za-z])\\2*|[^A-Za-z\\[]+");

    private static final Map<String, String> LETTERS =
            Map.ofEntries(
                    Map.entry("YYYY", "uuuu"),
                    Map.entry("YY", "uu"),
                    Map.entry("MMMM", "LLLL"),
                    Map.entry("MMM", "LLL"),
                    Map.entry("MM", "MM"),
                    Map.entry("M", "M"),
                    Map.entry("DD", "dd"),
                    Map.entry("D", "d"),
                    Map.entry("DDDD", "DDD"),
                    Map.entry("dddd", "EEEE"),
                    Map.entry("ddd", "EEE"),
                    Map.entry("HH", "HH"),
                    Map.entry("H", "H"),
                    Map.entry("hh", "hh"),
                    Map.entry("h", "h"),
                    Map.entry("mm", "mm"),
                    Map.entry("m", "m"),
                    Map.entry("ss", "ss"),
                    Map.entry("A", "a"),
                    Map.entry("a", "a"),
                    Map.entry("WW", "ww"),
                    Map.entry("ww", "ww"),
                    Map.entry("W", "w"),
                    Map.entry("Q", "q"));

    private Template() {}

    public static String filled(String template, String title, LocalDateTime now, Locale locale) {
        return PLACE.matcher(template)
                .replaceAll(place ->
                        Matcher.quoteReplacement(
                                switch (place.group(1).toLowerCase(Locale.ROOT)) {
                                    case "title" -> title;
                                    case "date" -> told(place.group(2), "YYYY-MM-DD", now, locale);
                                    default -> told(place.group(2), "HH:mm", now, locale);
                                }));
    }

    private static String told(
            @org.jspecify.annotations.Nullable String format,
            String otherwise,
            LocalDateTime now,
            Locale locale) {
        var text = new StringBuilder();
        var piece = PIECE.matcher(format == null || format.isBlank() ? otherwise : format.strip());
        while (piece.find()) {
            String letters = LETTERS.get(piece.group());
            text.append(
                    letters != null
                            ? DateTimeFormatter.ofPattern(letters, locale).format(now)
                            : piece.group(1) != null ? piece.group(1) : piece.group());
        }
        return text.toString();
    }
}
