package dev.pharos.engine.summary;

import dev.pharos.engine.search.Terms;
import dev.pharos.engine.summary.Material.Sentence;
import dev.pharos.engine.summary.Summary.Line;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The sentences of a [Material] one after the other, as notes tell them. Immutable.
final class Utterances {
    private static final int LONGEST_WORDS = 60;
    private static final int FEWEST_TERMS = 2;

    /// What a sentence points to is one of so many before it that say something.
    private static final int POINTED_WITHIN = 2;

    private static final int FARTHEST = 5;

    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{Nd}'’-]+");

    private static final Pattern FIGURE = Pattern.compile("\\p{Nd}+");

    private static final Pattern NOTE_MARK =
            Pattern.compile("(?<=[\\p{L}.,;:!?)\"”’])(?:\\[\\d{1,3}\\])+(?=[\\s.,;:!?]|$)");

    private final List<Sentence> sentences;
    private final List<String> texts = new ArrayList<>();

    Utterances(Material material) {
        sentences = material.sentences();
        sentences.forEach(sentence -> texts.add(text(material, sentence)));
    }

    static String text(Material material, Sentence sentence) {
        return material.spoken()
                ? Speech.clean(sentence.text(), sentence.language())
                : written(sentence.text());
    }

    /// Without the numbers of notes behind words, and without what is no word.
    static String written(String text) {
        String plain = NOTE_MARK.matcher(text).replaceAll("");
        return Speech.noiseless(plain).replaceAll("\\s+", " ").strip();
    }

    int size() {
        return texts.size();
    }

    /// How many are named.
    long voices() {
        return sentences.stream()
                .map(Sentence::speaker)
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }

    String text(int i) {
        return texts.get(i);
    }

    Rules rules(int i) {
        return Rules.of(sentences.get(i).language());
    }

    boolean is(String key, int i) {
        return rules(i).pattern(key).matcher(texts.get(i)).find();
    }

    /// Whether a rule is found in what was said, openers and all.
    boolean heard(String key, int i) {
        return rules(i).pattern(key).matcher(sentences.get(i).text().strip()).find();
    }

    boolean asked(int i) {
        return texts.get(i).endsWith("?");
    }

    /// Whether one voice says both, or nobody is named.
    boolean sameVoice(int one, int other) {
        return Objects.equals(sentences.get(one).speaker(), sentences.get(other).speaker());
    }

    /// How many words it has that say something.
    int telling(int i) {
        return Terms.of(texts.get(i), sentences.get(i).language()).size();
    }

    /// The numbers in it, in digits.
    Set<String> figures(int i) {
        return FIGURE.matcher(texts.get(i))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    /// `Yes.`, and what else is said to agree.
    boolean listening(int i) {
        var sentence = sentences.get(i);
        return Speech.empty(sentence.text(), sentence.language());
    }

    boolean sayable(int i) {
        int words = SIGNS.split(texts.get(i)).length;
        return words > 2 && words <= LONGEST_WORDS;
    }

    Line line(int i) {
        var sentence = sentences.get(i);
        return new Line(texts.get(i), sentence.speaker(), sentence.place(), sentence.words());
    }

    /// As it was said, openers and all: `Yes, agreed.`
    Line quoted(int i) {
        var sentence = sentences.get(i);
        return new Line(
                written(sentence.text()), sentence.speaker(), sentence.place(), sentence.words());
    }

    boolean leans(int i) {
        var language = sentences.get(i).language();
        return Leaning.leans(Word.of(texts.get(i), language), language);
    }

    /// With the sentence before it where it leans on that.
    Line understood(int i) {
        return leans(i) ? line(i).with(before(i).map(this::line).orElse(null)) : line(i);
    }

    /// Joined to the sentence before it where it does not name what it is about: `I propose two
    /// hundred.`
    Line proposed(int i) {
        return continues(i) ? line(i - 1).and(line(i)) : line(i);
    }

    /// Whether the same voice has named right before what it is about.
    boolean continues(int i) {
        return i > 0 && (leans(i) || !names(i)) && sayable(i - 1) && sameVoice(i - 1, i);
    }

    private boolean names(int i) {
        return Word.of(texts.get(i), sentences.get(i).language()).stream()
                .anyMatch(word -> word.part().noun() && !rules(i).weak(word.text()));
    }

    /// The nearest that names something by itself, else the nearest.
    private Optional<Integer> before(int i) {
        var near =
                IntStream.iterate(i - 1, j -> j >= 0, j -> j - 1)
                        .filter(j -> sayable(j) && telling(j) >= FEWEST_TERMS)
                        .takeWhile(j -> j >= i - FARTHEST)
                        .limit(POINTED_WITHIN)
                        .boxed()
                        .toList();
        return near.stream().filter(j -> !leans(j)).findFirst().or(() -> near.stream().findFirst());
    }
}
