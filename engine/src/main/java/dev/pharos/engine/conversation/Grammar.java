package dev.pharos.engine.conversation;

import dev.pharos.engine.answer.Tongue;
import dev.pharos.engine.search.WordFile;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/// The small words of a language by which follow-up questions are known, read from
/// `grammar_<language>.properties`. Immutable.
final class Grammar {
    private static final Map<Tongue, Grammar> ALL = new EnumMap<>(Tongue.class);

    static {
        ALL.put(Tongue.ENGLISH, new Grammar("en"));
        ALL.put(Tongue.GERMAN, new Grammar("de"));
        ALL.put(Tongue.RUSSIAN, new Grammar("ru"));
    }

    /// A list of words in the file.
    enum Words {
        /// Question words.
        ASKING,
        /// Those that ask for a person, or a place.
        PERSON,
        PLACE,
        /// Those that a noun follows which is asked for: `which year`.
        WANTING,
        AUXILIARY,
        PERSONAL,
        POSSESSIVE,
        DEMONSTRATIVE,
        /// Words that point at a place, a time or a thing that was named.
        POINTING,
        ARTICLES,
        /// What begins half a question: `and in winter?`
        OPENING,
        PREPOSITIONS,
        /// Words that ask for nothing in particular.
        HOLLOW,
        RELATIVE,
        /// `the second one`.
        ONE,
        INDEFINITE,
        /// What stands in a library: `these documents` are those of its owner.
        OWN,
        /// Days, months and seasons: a time, whatever their letters.
        CALENDAR,
        /// What the weather and the hour are: `is it DARK`.
        WEATHER,
        /// Question words that can stand for each other: `when`, `where`, `why`.
        ADVERBIAL,
        /// Pronouns for several.
        MANY
    }

    private static final Set<Words> MEANING =
            EnumSet.of(Words.HOLLOW, Words.ONE, Words.OWN, Words.CALENDAR, Words.WEATHER);

    private final Map<Words, Set<String>> words = new EnumMap<>(Words.class);
    private final List<String> about;
    private final List<String> ordinals;
    private final String last;
    private final Pattern dummy;
    private final Pattern endings;
    private final Pattern plural;
    private final boolean gendered;

    private Grammar(String language) {
        var file = WordFile.read(Grammar.class, "grammar", language);
        for (Words each : Words.values()) {
            words.put(each, Set.copyOf(list(file, each.name().toLowerCase(Locale.ROOT), "\\s+")));
        }
        about = list(file, "about", "\\|");
        ordinals = list(file, "ordinals", "\\s+");
        last = file.getProperty("last");
        dummy = Pattern.compile(file.getProperty("dummy"));
        endings = Pattern.compile(file.getProperty("endings"));
        plural = Pattern.compile(file.getProperty("plural"));
        gendered = Boolean.parseBoolean(file.getProperty("gendered"));
    }

    private static List<String> list(Properties file, String key, String between) {
        return Pattern.compile(between)
                .splitAsStream(file.getProperty(key))
                .filter(word -> !word.isBlank())
                .distinct()
                .toList();
    }

    /// Null for a language without rules.
    static @Nullable Grammar of(Tongue tongue) {
        return ALL.get(tongue);
    }

    boolean has(Words kind, String word) {
        return words.getOrDefault(kind, Set.of()).contains(word);
    }

    /// Whether a word carries no meaning of its own.
    boolean small(String word) {
        return words.entrySet().stream()
                .anyMatch(
                        each -> !MEANING.contains(each.getKey()) && each.getValue().contains(word));
    }

    /// The openings such as `what about`, longest first.
    List<String> about() {
        return about;
    }

    /// Whether the `it` of a question stands for nothing: `how long does it take to …`.
    boolean dummy(String question) {
        return dummy.matcher(question).matches();
    }

    /// Whether a noun means several, as far as its ending tells.
    boolean plural(String noun) {
        return plural.matcher(noun).matches();
    }

    /// Whether the words for he and she stand for things too.
    boolean gendered() {
        return gendered;
    }

    private boolean ends(String word, String stem) {
        return word.startsWith(stem) && endings.matcher(word.substring(stem.length())).matches();
    }

    /// Which one an ordinal names, from 1; 0 for the last, -1 for no ordinal. Endings do not
    /// matter.
    int ordinal(String word) {
        if (ends(word, last)) {
            return 0;
        }
        for (int i = 0; i < ordinals.size(); i++) {
            if (ends(word, ordinals.get(i))) {
                return i + 1;
            }
        }
        return -1;
    }
}
