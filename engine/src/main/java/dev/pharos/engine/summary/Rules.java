package dev.pharos.engine.summary;

import dev.pharos.engine.search.Terms;
import dev.pharos.engine.search.WordFile;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The small words and turns of phrase of a language, read from `rules_<language>.properties`:
/// lists of lower-case words, and patterns that know no case. A language without a file has no
/// words, and its patterns match nothing. Immutable.
final class Rules {
    private static final Set<String> KNOWN = Set.of("en", "de", "ru");
    private static final Map<String, Rules> ALL = new ConcurrentHashMap<>();
    private static final int HOW =
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private static final Pattern ENTRY = Pattern.compile("%([a-z]+)%");

    private final String language;
    private final Properties file;
    private final Set<String> weak;
    private final Map<String, Set<String>> words = new ConcurrentHashMap<>();
    private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();

    private Rules(String language, Properties file) {
        this.language = language;
        this.file = file;
        weak =
                Terms.of(
                        String.join(" ", text("weak"), text("article"), text("listening")),
                        language);
    }

    static Rules of(String language) {
        return ALL.computeIfAbsent(
                KNOWN.contains(language) ? language : "",
                known ->
                        new Rules(
                                known,
                                known.isEmpty()
                                        ? new Properties()
                                        : WordFile.read(Rules.class, "rules", known)));
    }

    /// Whether there is a file for the language.
    boolean known() {
        return !file.isEmpty();
    }

    Set<String> words(String key) {
        return words.computeIfAbsent(
                key,
                wanted ->
                        Arrays.stream(text(wanted).split("\\s+"))
                                .filter(word -> !word.isEmpty())
                                .collect(Collectors.toUnmodifiableSet()));
    }

    /// Which word of a list, from 1, a text has in it or begins a word with; 0 for none.
    int position(String key, String text) {
        var all = text(key).split("\\s+");
        for (int i = 0; i < all.length; i++) {
            if (!all[i].isEmpty() && beginning(all[i]).matcher(text).find()) {
                return i + 1;
            }
        }
        return 0;
    }

    /// Whether a word names nothing, whatever its ending.
    boolean weak(String word) {
        var terms = Terms.of(word.toLowerCase(Locale.ROOT), language);
        return terms.isEmpty() || weak.containsAll(terms);
    }

    private Pattern beginning(String word) {
        return patterns.computeIfAbsent(
                "\\b" + word, start -> Pattern.compile(start, Pattern.UNICODE_CHARACTER_CLASS));
    }

    Pattern pattern(String key) {
        return patterns.computeIfAbsent(
                key,
                wanted -> {
                    String written = whole(wanted);
                    return written.isEmpty() ? NOTHING : Pattern.compile(written, HOW);
                });
    }

    boolean has(String key) {
        return file.containsKey(key);
    }

    /// Whether a whole word has the shape that an entry describes.
    boolean matches(String key, String word) {
        return pattern(key).matcher(word).matches();
    }

    /// With other entries in the places of their names, and lists as choices. A capital stays one.
    private String whole(String key) {
        String written = text(key).replace("\\p{Lu}", "(?-i:\\p{Lu})");
        return ENTRY.matcher(written)
                .replaceAll(entry ->
                        Matcher.quoteReplacement(
                                entry.group(1).endsWith("s")
                                        ? "(?:" + String.join("|", words(entry.group(1))) + ")"
                                        : whole(entry.group(1))));
    }

    private String text(String key) {
        @Nullable String written = file.getProperty(key);
        return written == null ? "" : written;
    }
}
