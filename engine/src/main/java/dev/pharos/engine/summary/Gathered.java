package dev.pharos.engine.summary;

import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.meaning.Fluency;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Terms;
import dev.pharos.engine.summary.Material.Sentence;
import dev.pharos.engine.work.Progress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The sentences of a [Material] that say something, with their words and their vectors. A vector
/// is of unit length and has two parts, meaning and words, so that the dot product of two is what
/// both tell of their likeness; how much meaning counts hangs on how well the model knows the
/// language.
///
/// @param units in their order
/// @param frequency in how many units each term is
/// @param mixed makes vectors that can be compared with those of the units
record Gathered(
        Material material, List<Unit> units, Map<String, Integer> frequency, MixedVectors mixed) {
    private static final int BATCH = 64;

    /// An entry of a list of sources, or what stands below a picture.
    private static final Pattern SOURCE =
            Pattern.compile(
                    "(?iu)^(?:\\^|↑|(?:table|figure|fig|tabelle|abbildung|abb|таблица|рисунок|рис)[."
                            + " ]*\\d)|\\b(?:ISBN|ISSN|doi:|retrieved (?:on )?\\d|archived"
                            + " (?:from|\\d)|in proceedings of|arxiv|abgerufen am|дата"
                            + " обращения|архивировано)");

    private static final int FEWEST_TERMS = 2;
    private static final int FEWEST_WORDS = 3;

    /// A sentence that says something.
    ///
    /// @param index of its sentence in the material
    /// @param text without fillers
    /// @param terms stems without stop words
    /// @param tokens its words and signs
    /// @param words how many words `text` has
    /// @param vector of unit length
    record Unit(
            int index,
            Sentence sentence,
            String text,
            Set<String> terms,
            List<Word> tokens,
            int words,
            float[] vector) {

        /// Whether a rule of its language is found in a text of it.
        boolean matches(String rule, String in) {
            return rule(rule).matcher(in).find();
        }

        /// A rule of its language.
        Pattern rule(String key) {
            return Rules.of(sentence.language()).pattern(key);
        }

        private Unit behind(int first) {
            return new Unit(index - first, sentence, text, terms, tokens, words, vector);
        }

        private Unit with(float[] other) {
            return new Unit(index, sentence, text, terms, tokens, words, other);
        }
    }

    Gathered {
        units = List.copyOf(units);
        frequency = Map.copyOf(frequency);
    }

    /// Blocks while everything is embedded; progress counts sentences.
    static Gathered of(Material material, Embedder embedder, Progress progress)
            throws ProblemException {
        var telling = telling(material);
        Map<String, Integer> frequency = new HashMap<>();
        telling.forEach(
                unit -> unit.terms().forEach(term -> frequency.merge(term, 1, Integer::sum)));
        var mixed = new MixedVectors(frequency, telling.size(), embedder.model().dimension());
        var units = new ArrayList<Unit>();
        for (int from = 0; from < telling.size(); from += BATCH) {
            progress.checkpoint();
            progress.report(from, telling.size());
            var batch = telling.subList(from, Math.min(from + BATCH, telling.size()));
            var texts = batch.stream().map(Unit::text).toList();
            var meant = embedder.embed(texts);
            int[] tokens = embedder.countTokens(texts);
            for (int i = 0; i < batch.size(); i++) {
                var unit = batch.get(i);
                double fluency = Fluency.of(unit.text(), tokens[i]);
                units.add(unit.with(mixed.of(meant.get(i), unit.terms(), fluency)));
            }
        }
        progress.report(telling.size(), telling.size());
        return new Gathered(material, units, frequency, mixed);
    }

    /// Some of its units, as a material of their own; their vectors stay.
    ///
    /// @param to exclusive
    Gathered part(int from, int to) {
        int first = from == 0 ? 0 : units.get(from).index();
        int end = to == units.size() ? material.sentences().size() : units.get(to).index();
        var some = units.subList(from, to).stream().map(unit -> unit.behind(first)).toList();
        Map<String, Integer> there = new HashMap<>();
        some.forEach(unit -> unit.terms().forEach(term -> there.merge(term, 1, Integer::sum)));
        return new Gathered(material.part(first, end), some, there, mixed);
    }

    private static List<Unit> telling(Material material) {
        var units = new ArrayList<Unit>();
        var sentences = material.sentences();
        for (int i = 0; i < sentences.size(); i++) {
            var sentence = sentences.get(i);
            String language = sentence.language();
            String text =
                    material.spoken()
                            ? Speech.clean(sentence.text(), language)
                            : Utterances.written(sentence.text());
            var terms = Terms.of(text, language);
            int words = Fluency.words(text);
            if (terms.stream().filter(Gathered::lettered).count() >= FEWEST_TERMS
                    && words >= FEWEST_WORDS
                    && !(material.spoken() && Speech.empty(text, language))
                    && (material.spoken() || !called(text, language))
                    && !(!material.spoken() && SOURCE.matcher(text).find())) {
                var tokens = Word.of(text, language);
                units.add(new Unit(i, sentence, text, terms, tokens, words, new float[0]));
            }
        }
        return units;
    }

    /// Whether it only calls those to whom it is written, or takes leave of them.
    private static boolean called(String text, String language) {
        return Rules.of(language).pattern("salutation").matcher(text).find();
    }

    private static boolean lettered(String term) {
        return term.codePoints().anyMatch(Character::isLetter);
    }
}
