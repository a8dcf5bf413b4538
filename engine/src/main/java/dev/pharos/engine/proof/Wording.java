package dev.pharos.engine.proof;

import dev.pharos.engine.answer.Facts;
import dev.pharos.engine.search.Terms;
import dev.pharos.engine.search.WordFile;

import org.jspecify.annotations.Nullable;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The words by which a language says the same otherwise, denies, wishes, asks or speaks of itself,
/// read from `wording_<language>.properties`. Other languages have none. Immutable.
final class Wording {
    private static final Set<String> KNOWN = Set.of("en", "de", "ru");
    private static final Map<String, Wording> ALL = new ConcurrentHashMap<>();
    private static final int HOW =
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private final String language;
    private final Properties file;
    private final Set<String> light;
    private final List<String> concepts;
    private final Map<String, Set<Integer>> same = new HashMap<>();
    private final Map<String, String> roots = new HashMap<>();
    private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();
    private final Map<String, List<List<String>>> groups = new ConcurrentHashMap<>();
    private final List<Opposites.Pair> pairs;

    private Wording(String language, Properties file) {
        this.language = language;
        this.file = file;
        light = Set.copyOf(folded(text("light")));
        concepts =
                file.stringPropertyNames().stream()
                        .filter(key -> key.matches("as\\.\\p{L}+"))
                        .toList();
        pairs =
                Arrays.stream(text("poles").split("\\s+\\|\\s+"))
                        .filter(each -> each.contains(" / "))
                        .map(Wording::pair)
                        .toList();
        var groups = groups("same");
        for (int i = 0; i < groups.size(); i++) {
            for (String word : groups.get(i)) {
                same.computeIfAbsent(word, _ -> new HashSet<>()).add(i);
                for (String stem : Terms.of(word, language)) {
                    same.computeIfAbsent("~" + stem, _ -> new HashSet<>()).add(i);
                }
            }
        }
        for (var forms : groups("roots")) {
            forms.forEach(form -> roots.put(form, forms.getFirst()));
        }
    }

    private static Opposites.Pair pair(String written) {
        var sides = written.split(" / ");
        return new Opposites.Pair(any(sides[0]), any(sides[1]));
    }

    /// Any of some words, in which `*` stands for an ending and `_` for a blank.
    private static Pattern any(String words) {
        var joined =
                words.strip()
                        .replaceAll("\\s+", "|")
                        .replaceAll("(?<=\\p{L})\\*", "\\\\p{L}*")
                        .replace('_', ' ');
        return Pattern.compile("(?<!\\p{L})(?:" + joined + ")(?!\\p{L})", HOW);
    }

    /// What says the opposite of each other.
    List<Opposites.Pair> pairs() {
        return pairs;
    }

    static boolean knows(String language) {
        return KNOWN.contains(language);
    }

    static Wording of(String language) {
        return ALL.computeIfAbsent(
                KNOWN.contains(language) ? language : "",
                known ->
                        new Wording(
                                known,
                                known.isEmpty()
                                        ? new Properties()
                                        : WordFile.read(Wording.class, "wording", known)));
    }

    String language() {
        return language.isEmpty() ? "und" : language;
    }

    private String text(String key) {
        @Nullable String written = file.getProperty(key);
        return written == null ? "" : written;
    }

    /// Lists that are parted by bars, folded.
    List<List<String>> groups(String key) {
        return groups.computeIfAbsent(
                key,
                wanted -> Arrays.stream(text(wanted).split("\\|")).map(Wording::folded).toList());
    }

    private static List<String> folded(String list) {
        return Arrays.stream(list.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(Facts::folded)
                .toList();
    }

    /// A word with the one that stands there for it.
    String pair(String word, String there) {
        return MessageFormat.format(text("pair"), word, there);
    }

    /// What a line may say without its source.
    boolean light(String folded) {
        return light.contains(folded);
    }

    /// The groups of near synonyms that a word is in, be it in another form.
    Set<Integer> same(String folded) {
        var groups = new HashSet<>(same.getOrDefault(folded, Set.of()));
        for (String stem : Terms.of(folded, language)) {
            groups.addAll(same.getOrDefault("~" + stem, Set.of()));
        }
        return groups;
    }

    /// Whether a word says in a text what another text says in other words, of which none is like
    /// it: `may not` and `forbidden`. What such words stand around has to be said.
    boolean concept(Word word, String text, String there) {
        return concepts.stream()
                .filter(key -> is(key, text) && is(key, there))
                .anyMatch(key -> pattern(key + ".words").matcher(word.folded()).matches());
    }

    /// An irregular form as the infinitive has it, with whatever stands before it; or null.
    @Nullable String root(String folded) {
        for (int i = 0; i < folded.length(); i++) {
            var infinitive = roots.get(folded.substring(i));
            if (infinitive != null) {
                String before = folded.substring(0, i).replaceAll("(?:ge|zu)$", "");
                return before + infinitive;
            }
        }
        return null;
    }

    /// A German verb without what may be parted from it, or null.
    @Nullable String parted(String folded) {
        for (var particle : groups("particles").getFirst()) {
            if (folded.startsWith(particle) && folded.length() - particle.length() > 3) {
                return folded.substring(particle.length()).replaceAll("^(?:ge|zu)(?=\\w{4})", "");
            }
        }
        return null;
    }

    Pattern pattern(String key) {
        return patterns.computeIfAbsent(
                key,
                wanted -> {
                    String written = text(wanted);
                    return written.isEmpty() ? NOTHING : Pattern.compile(written, HOW);
                });
    }

    /// The same where a capital letter says something.
    Pattern exact(String key) {
        return patterns.computeIfAbsent(
                "=" + key,
                _ -> {
                    String written = text(key);
                    return written.isEmpty()
                            ? NOTHING
                            : Pattern.compile(written, Pattern.UNICODE_CHARACTER_CLASS);
                });
    }

    boolean is(String key, String text) {
        return pattern(key).matcher(text).find();
    }

    /// Whether it goes to what a word names.
    boolean into(String word, String text) {
        return beside("into", word, text);
    }

    private boolean beside(String key, String word, String text) {
        return Pattern.compile(text(key).replace("%s", Pattern.quote(word)), HOW)
                .matcher(text)
                .find();
    }

    boolean has(String key, String text) {
        return exact(key).matcher(text).find();
    }

    /// From 1; 0 for what is no month. English months have a capital: `may` is none.
    int month(String word) {
        if (language.equals("en") && !Character.isUpperCase(word.codePointAt(0))) {
            return 0;
        }
        int at = position("months", "month.ending", Facts.folded(word));
        return at < 0 ? 0 : Integer.parseInt(text("month.numbers").split("\\s+")[at]);
    }

    /// From 1; 0 for what is no day of the week.
    int weekday(String word) {
        return position("weekdays", "weekday.ending", Facts.folded(word)) + 1;
    }

    private int position(String key, String ending, String folded) {
        var names = groups(key).getFirst();
        for (int i = 0; i < names.size(); i++) {
            var name =
                    patterns.computeIfAbsent(
                            "^" + names.get(i),
                            start -> Pattern.compile(start + text(ending), HOW));
            if (name.matcher(folded).matches()) {
                return i;
            }
        }
        return -1;
    }

    /// Whether a sentence begins with a word as with a name: where a language has articles, and not
    /// with a plural.
    boolean bare(Word word, String sentence) {
        return !language.equals("ru")
                && sentence.startsWith(word.written())
                && Character.isUpperCase(sentence.codePointAt(0))
                && !word.written().endsWith("s");
    }

    /// All words of a text, folded.
    static Set<String> words(String text) {
        return Words.WORD
                .matcher(text)
                .results()
                .map(match -> Facts.folded(match.group()))
                .collect(Collectors.toSet());
    }
}
