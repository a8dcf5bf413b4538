package dev.pharos.engine.summary;

import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;
import morfologik.stemming.WordData;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Looks words up in the dictionary of АОТ, as LanguageTool has it: each with all that it may be.
/// The sentence decides little: a word that may be a noun is one, unless it may be a small word.
enum RussianGrammar implements Grammar {
    INSTANCE;

    private static final String FILE = "/org/languagetool/resource/ru/russian.dict";
    private static final List<String> CASES = List.of("Nom", "R", "D", "V", "T", "P");
    private static final String SURNAME = "NN:Fam";
    private static final List<String> NAMES = List.of("Fam", "Name", "Patr", "Geo");
    private static final String SIBILANTS = "жшчщ";
    private static final String HARD = "кгхжшчщ";

    /// In the nominative; the dictionary has that of women under no name.
    private static final Pattern PATRONYMIC = Pattern.compile(".+(?:[ое]вна|ична|ич)");

    private @Nullable Dictionary dictionary;

    /// What a form may be.
    private record Reading(String word, String tag) {
        boolean is(String part) {
            return tag.startsWith(part);
        }

        boolean agrees(Reading adjective) {
            boolean plural = has("PL") == adjective.has("PL");
            var sex = List.of("Masc", "Fem", "Neut");
            return adjective.is("ADJ")
                    && CASES.stream().anyMatch(each -> has(each) && adjective.has(each))
                    && plural
                    && (has("PL")
                            || sex.stream().anyMatch(each -> has(each) && adjective.has(each)));
        }

        boolean sameCase(Reading other) {
            return has("PL") == other.has("PL")
                    && CASES.stream().anyMatch(each -> has(each) && other.has(each));
        }

        boolean has(String feature) {
            return (tag + ":").contains(":" + feature + ":");
        }
    }

    private synchronized DictionaryLookup lookup() {
        if (dictionary == null) {
            try {
                var file = Objects.requireNonNull(Grammar.class.getResource(FILE));
                dictionary = Dictionary.read(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new DictionaryLookup(dictionary);
    }

    private static List<Reading> readings(DictionaryLookup lookup, String word) {
        var readings = new ArrayList<Reading>();
        for (WordData each : lookup.lookup(word.toLowerCase(Locale.ROOT))) {
            readings.add(reading(each.getStem() + "", each.getTag() + ""));
        }
        return readings;
    }

    /// The dictionary has the surnames of women under those of men.
    private static Reading reading(String word, String tag) {
        boolean hers = tag.startsWith(SURNAME) && (tag + ":").contains(":Fem:");
        String named =
                !hers
                        ? word
                        : word.endsWith("ий")
                                ? word.substring(0, word.length() - 2) + "ая"
                                : word.matches(".*[оеё]в|.*[иы]н") ? word + "а" : word;
        return new Reading(named, tag);
    }

    List<Phrasing.Form> forms(String word) {
        return readings(lookup(), word).stream()
                .map(each ->
                        new Phrasing.Form(
                                each.word(), each.has("Past"), each.has("Fut"), each.has("P1")))
                .toList();
    }

    /// Whether a word is a verb in the form that names it, and nothing else.
    boolean infinitive(String word) {
        var readings = readings(lookup(), word);
        return !readings.isEmpty()
                && readings.stream().allMatch(each -> each.is("VB") && each.has("INF"));
    }

    @Override
    public List<PartOfSpeech> parts(List<String> tokens, IntPredicate first) {
        var lookup = lookup();
        var parts = new ArrayList<PartOfSpeech>();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            var readings = readings(lookup, token);
            boolean name = !first.test(i) && Character.isUpperCase(token.codePointAt(0));
            parts.add(
                    !Character.isLetter(token.codePointAt(0))
                            ? PartOfSpeech.OTHER
                            : name ? PartOfSpeech.NAME : part(token, readings));
        }
        return parts;
    }

    private static PartOfSpeech part(String token, List<Reading> readings) {
        if (readings.isEmpty()) {
            return Rules.of("ru").matches("unended", token)
                    ? PartOfSpeech.OTHER
                    : PartOfSpeech.NOUN;
        } else if (any(readings, each -> each.is("PREP") || each.is("CONJ"))) {
            return PartOfSpeech.LINK;
        } else if (any(
                readings,
                each ->
                        each.is("PARTICLE")
                                || each.is("PNN")
                                || each.is("ADV")
                                || each.is("Num")
                                || each.is("ADJ:MPR") && readings.stream().noneMatch(noun()))) {
            return PartOfSpeech.OTHER;
        } else if (any(readings, noun()) && !any(readings, each -> each.has("Past"))) {
            return any(readings, each -> each.is("ADJ:Posit"))
                    ? PartOfSpeech.ADJECTIVE
                    : PartOfSpeech.NOUN;
        }
        boolean described = any(readings, each -> each.is("ADJ") && !each.has("Short"));
        return described
                ? PartOfSpeech.ADJECTIVE
                : any(readings, each -> each.is("VB") || each.has("Short"))
                        ? PartOfSpeech.VERB
                        : PartOfSpeech.OTHER;
    }

    private static boolean any(Collection<Reading> readings, Predicate<Reading> test) {
        return readings.stream().anyMatch(test);
    }

    private static Predicate<Reading> noun() {
        return each -> each.is("NN");
    }

    /// As it stands in the nominative, else made of the noun that its forms may be most often.
    @Override
    public String name(List<List<String>> written, Set<String> seen) {
        var lookup = lookup();
        int head = head(lookup, written.getFirst());
        if (head < 0) {
            return String.join(" ", written.getFirst());
        }
        var all = new ArrayList<Reading>();
        Map<String, Integer> often = new HashMap<>();
        for (var phrase : written) {
            var nouns = nouns(lookup, phrase, head);
            if (any(nouns, each -> each.has("Nom"))
                    && nouns.stream().allMatch(each -> each.has("Nom") || each.has("V"))) {
                return String.join(" ", phrase);
            }
            all.addAll(nouns);
            nouns.forEach(each -> often.merge(each.word(), each.has("Nom") ? 3 : 1, Integer::sum));
        }
        return all.stream()
                .max(
                        Comparator.<Reading, Integer>comparing(
                                        each -> often.getOrDefault(each.word(), 0))
                                .thenComparing(each -> each.has("Fem") && each.has("V")))
                .map(noun -> named(lookup, written.getFirst(), head, noun))
                .orElse(String.join(" ", written.getFirst()));
    }

    private static String named(
            DictionaryLookup lookup, List<String> phrase, int head, Reading noun) {
        var words = new ArrayList<String>();
        for (int i = 0; i < phrase.size(); i++) {
            String written = phrase.get(i);
            String name =
                    i > head
                            ? beside(lookup, phrase.get(head), written, noun)
                            : i == head
                                    ? noun.word()
                                    : readings(lookup, written).stream()
                                            .filter(each -> each.is("ADJ"))
                                            .findFirst()
                                            .map(each -> ended(each.word(), noun))
                                            .orElse(written);
            words.add(like(name, written));
        }
        return String.join(" ", words);
    }

    /// A name behind the noun that it has: of `госпоже Осиповой`, `мысе Тонком`.
    private static String beside(
            DictionaryLookup lookup, String head, String written, Reading noun) {
        if (!Character.isUpperCase(written.codePointAt(0))
                || PATRONYMIC.matcher(written).matches()) {
            return written;
        }
        var nouns = readings(lookup, head);
        var readings = readings(lookup, written);
        return readings.stream()
                .filter(each -> each.is("ADJ") && any(nouns, other -> other.agrees(each)))
                .findFirst()
                .map(each -> ended(each.word(), noun))
                .or(() ->
                        readings.stream()
                                .filter(RussianGrammar::proper)
                                .filter(each -> noun.has("Fem") == each.has("Fem"))
                                .filter(each -> any(nouns, other -> other.sameCase(each)))
                                .map(Reading::word)
                                .findFirst())
                .orElse(written);
    }

    private static boolean describes(Reading reading) {
        return reading.is("ADJ") && !reading.has("Short");
    }

    private static boolean proper(Reading reading) {
        return reading.is("NN") && NAMES.stream().anyMatch(reading::has);
    }

    @Override
    public boolean common(String word) {
        var readings = readings(lookup(), word);
        return !readings.isEmpty() && readings.stream().noneMatch(RussianGrammar::proper);
    }

    /// Nouns stand behind a noun in the genitive, or are names.
    @Override
    public boolean phrase(List<String> words) {
        var lookup = lookup();
        for (int i = 1; i < words.size(); i++) {
            var before = readings(lookup, words.get(i - 1));
            var here = readings(lookup, words.get(i));
            boolean named = Character.isUpperCase(words.get(i).codePointAt(0));
            if (!named
                    && any(before, noun())
                    && !any(before, RussianGrammar::describes)
                    && any(here, noun())
                    && !any(here, each -> describes(each) || each.has("R"))) {
                return false;
            }
        }
        return true;
    }

    /// What the noun of a phrase may be beside its adjectives.
    private static List<Reading> nouns(DictionaryLookup lookup, List<String> phrase, int head) {
        return head >= phrase.size()
                ? List.of()
                : readings(lookup, phrase.get(head)).stream()
                        .filter(each -> each.is("NN"))
                        .filter(noun ->
                                phrase.subList(0, head).stream()
                                        .map(word -> readings(lookup, word))
                                        .filter(all -> any(all, each -> each.is("ADJ")))
                                        .allMatch(all -> any(all, noun::agrees)))
                        .toList();
    }

    private static int head(DictionaryLookup lookup, List<String> phrase) {
        for (int i = 0; i < phrase.size(); i++) {
            var readings = readings(lookup, phrase.get(i));
            boolean last = i == phrase.size() - 1;
            if (any(readings, noun()) && (last || !any(readings, each -> each.is("ADJ")))) {
                return i;
            }
        }
        return -1;
    }

    private static String like(String word, String written) {
        return Character.isUpperCase(written.codePointAt(0)) ? KeyPhrases.capital(word) : word;
    }

    /// An adjective as it stands before a noun: `читальный`, but `пожарная часть`.
    private static String ended(String adjective, Reading noun) {
        if (adjective.length() < 4 || !adjective.matches(".*[ыио]й")) {
            return adjective;
        }
        String stem = adjective.substring(0, adjective.length() - 2);
        char last = stem.charAt(stem.length() - 1);
        boolean soft = adjective.endsWith("ий") && HARD.indexOf(last) < 0;
        boolean sibilant = adjective.endsWith("ий") && SIBILANTS.indexOf(last) >= 0;
        if (noun.has("Fem")) {
            return stem + (soft ? "яя" : "ая");
        } else if (noun.has("Neut")) {
            return stem + (soft || sibilant ? "ее" : "ое");
        }
        return adjective;
    }
}
