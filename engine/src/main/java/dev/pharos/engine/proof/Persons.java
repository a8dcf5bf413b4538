package dev.pharos.engine.proof;

import dev.pharos.engine.summary.Phrasing;

import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Who is to do what the sentences of a source say. For one thread.
final class Persons {
    private static final int TAKEN_WITHIN = 4;

    private final List<Said> sentences;
    private final IntFunction<Ground.Sentence> parsed;
    private final List<List<Word>> speakers;

    /// @param parsed gives each of them by its number
    Persons(List<Said> sentences, IntFunction<Ground.Sentence> parsed) {
        this.sentences = sentences;
        this.parsed = parsed;
        this.speakers =
                sentences.stream()
                        .filter(each -> each.speaker() != null)
                        .collect(
                                Collectors.toMap(
                                        Said::speaker, Said::language, (first, _) -> first))
                        .entrySet()
                        .stream()
                        .map(each -> Words.all(each.getKey(), Wording.of(each.getValue())))
                        .toList();
    }

    /// Whether they say of themselves what another was asked: `All right, I'll book it.`
    boolean takesOver(String person, int index) {
        var sentence = parsed.apply(index);
        return sentence.first()
                && !Words.all(person, sentence.wording()).isEmpty()
                && IntStream.range(Math.max(0, index - TAKEN_WITHIN), index)
                        .anyMatch(this::declines)
                && Words.all(person, sentence.wording()).stream().allMatch(sentence::spokenBy);
    }

    /// Whether who was asked says right after that they cannot.
    private boolean declines(int index) {
        int next = index + 1;
        return next < sentences.size()
                && !Objects.equals(sentences.get(next).speaker(), sentences.get(index).speaker())
                && Phrasing.declines(sentences.get(next).text(), sentences.get(next).language());
    }

    /// Whether they say so of themselves, are named there, or say yes to it.
    boolean does(String person, int index) {
        var sentence = parsed.apply(index);
        var name =
                Words.all(person, sentence.wording()).stream()
                        .filter(word -> !sentence.wording().light(word.folded()))
                        .toList();
        if (name.isEmpty()) {
            return false;
        }
        var asked = sentence.addressed();
        if (!asked.isEmpty()) {
            return !declines(index)
                    && name.stream().anyMatch(word -> Words.among(word, asked))
                    && whole(name, asked);
        }
        if (sentence.first()) {
            return name.stream().allMatch(sentence::spokenBy);
        }
        var said = name.stream().filter(sentence::says).toList();
        return !said.isEmpty() && whole(name, said) && !asks(name, sentence)
                || accepts(name, index);
    }

    /// Whether a name is said whole, or is that of one who speaks and is called so in part.
    private boolean whole(List<Word> name, List<Word> said) {
        var rest = name.stream().filter(word -> !Words.among(word, said)).toList();
        return rest.isEmpty()
                || speakers.stream()
                        .anyMatch(each -> name.stream().allMatch(word -> Words.among(word, each)));
    }

    /// Whether it is said of a person that they ask it of another.
    private static boolean asks(List<Word> name, Ground.Sentence sentence) {
        var words = Words.all(sentence.said().text(), sentence.wording());
        return sentence.wording().is("request", sentence.said().text())
                && words.stream()
                        .filter(word -> !sentence.wording().light(word.folded()))
                        .findFirst()
                        .filter(first -> name.stream().anyMatch(first::same))
                        .isPresent();
    }

    private boolean accepts(List<Word> name, int index) {
        if (index + 1 >= sentences.size()) {
            return false;
        }
        var next = parsed.apply(index + 1);
        return name.stream().allMatch(next::spokenBy)
                && next.wording().is("yes", next.said().text());
    }
}
