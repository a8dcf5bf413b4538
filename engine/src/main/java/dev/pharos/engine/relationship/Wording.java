package dev.pharos.engine.relationship;

import dev.pharos.engine.library.Passage;
import dev.pharos.engine.library.Place;
import dev.pharos.engine.search.Terms;
import dev.pharos.engine.search.WordFile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words of a language by which assertions, titles and series are told, read from
/// `wording_<language>.properties`. Immutable.
final class Wording {
    private static final Map<String, Wording> ALL = new ConcurrentHashMap<>();
    private static final List<String> KNOWN = List.of("en", "de", "ru");
    private static final int MONTHS = 12;
    private static final int HOW =
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private final String language;
    private final Properties file;
    private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> opposites = new HashMap<>();
    private final Map<String, String> units = new HashMap<>();
    private final Set<String> apart;
    private final List<Pattern> months;

    private Wording(String language) {
        this.language = language;
        file = WordFile.read(Wording.class, "wording", language);
        apart = stems(text("apart"));
        months = Arrays.stream(text("months").split("\\|")).map(Pattern::compile).toList();
        for (String group : text("opposites").split(";")) {
            String[] sides = group.split(":");
            oppose(sides[0], sides[1]);
            oppose(sides[1], sides[0]);
        }
        for (String same : text("units").split(";")) {
            String[] names = same.split("\\|");
            Arrays.stream(names).forEach(name -> units.put(name, names[0]));
        }
    }

    private void oppose(String words, String others) {
        for (String word : words.split(" ")) {
            opposites.merge(
                    stem(word),
                    stems(others),
                    (one, other) ->
                            Stream.concat(one.stream(), other.stream())
                                    .collect(Collectors.toSet()));
        }
    }

    private Set<String> stems(String words) {
        return Arrays.stream(words.split(" ")).map(this::stem).collect(Collectors.toSet());
    }

    /// The form in which a word is compared; itself where the language leaves it out.
    String stem(String word) {
        return Terms.of(word, language).stream().findFirst().orElse(word.toLowerCase(Locale.ROOT));
    }

    /// Nothing for a language that has no file.
    static Optional<Wording> of(String language) {
        return KNOWN.contains(language)
                ? Optional.of(ALL.computeIfAbsent(language, Wording::new))
                : Optional.empty();
    }

    static List<Wording> all() {
        return KNOWN.stream().flatMap(each -> of(each).stream()).toList();
    }

    String language() {
        return language;
    }

    String text(String key) {
        return Objects.requireNonNull(file.getProperty(key), key);
    }

    Pattern pattern(String key) {
        return patterns.computeIfAbsent(key, wanted -> Pattern.compile(text(wanted), HOW));
    }

    boolean has(String key, String sentence) {
        return pattern(key).matcher(sentence).find();
    }

    boolean is(String key, String word) {
        return pattern(key).matcher(word).matches();
    }

    /// What of a kind of words a sentence has, in lower case.
    Set<String> those(String key, String sentence) {
        return pattern(key)
                .matcher(sentence)
                .results()
                .map(match -> match.group().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /// The words of titles that name nothing.
    boolean common(String word) {
        return is("common", word);
    }

    /// The words of headings that every made note has.
    boolean heads(String word) {
        return is("template", word);
    }

    /// What a passage says itself: a made note ends with what leads to others.
    static String said(Passage passage) {
        var wording = of(passage.language());
        if (wording.isEmpty()) {
            return passage.text();
        }
        String heading = Objects.requireNonNullElse(passage.place().heading(), "");
        var levels = heading.split(Place.HEADING_SEPARATOR);
        var tail = wording.get().pattern("tail");
        return tail.matcher(levels[levels.length - 1]).find()
                ? ""
                : tail.matcher(passage.text()).replaceAll("");
    }

    /// The stems of words that stand in texts on anything: days, sums, what is done at every
    /// meeting.
    boolean everyday(String stem) {
        return is("everyday", stem);
    }

    /// A counted part in a title, such as `lecture 3`: the group `n` is its number.
    Pattern counted() {
        return patterns.computeIfAbsent(
                "counted",
                _ ->
                        Pattern.compile(
                                "(?<!\\p{L})(?:"
                                        + text("series")
                                        + ")\\s*(?:№|#|no\\.|nr\\.)?\\s*(?<n>\\d{1,3}|[IVX]{1,5})(?![\\p{L}\\p{N}])",
                                HOW));
    }

    /// From 1; 0 for a word that is no month. In most languages a month has a capital letter.
    int month(String word) {
        if (!is("months", word) || !capital(word)) {
            return 0;
        }
        String lower = word.toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS; i++) {
            if (months.get(i).matcher(lower).matches()
                    || months.get(i).pattern().startsWith(lower)) {
                return i + 1;
            }
        }
        return 0;
    }

    private boolean capital(String word) {
        return language.equals("ru") || Character.isUpperCase(word.codePointAt(0));
    }

    /// Whether two stems are those of opposites.
    boolean opposite(String one, String other) {
        return opposites.getOrDefault(one, Set.of()).contains(other);
    }

    /// Whether who differs in this stem speaks of another thing.
    boolean apart(String stem) {
        return apart.contains(stem);
    }

    /// One name for a unit however it is written.
    String unit(String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        var known = units.get(lower);
        return known != null ? known : stem(written);
    }
}
