package dev.pharos.engine.proof;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The sentences that a line names, ready to be compared.
///
/// @param names of the whole source, folded
/// @param before what is said before those of them that point to something
record Ground(List<Sentence> sentences, List<Word> before, Set<String> names) {

    /// @param speaker the words of their name
    record Sentence(Said said, Wording wording, List<Clause> clauses, List<Word> speaker) {

        static Sentence of(Said said) {
            var wording = Wording.of(said.language());
            var name = said.speaker();
            return new Sentence(
                    said,
                    wording,
                    Clause.in(said.text(), wording),
                    name == null ? List.of() : Words.all(name, wording));
        }

        /// Whether a word is the first that says something, as what a sentence is about.
        boolean begins(Word word) {
            return clauses.stream()
                    .flatMap(clause -> clause.words().stream())
                    .findFirst()
                    .filter(word::same)
                    .isPresent();
        }

        /// Whether it is about somebody who has a name: one that is known, or what stands before
        /// all other words where a thing would have an article.
        boolean beginsWith(Set<String> names) {
            return clauses.stream()
                    .flatMap(clause -> clause.words().stream())
                    .findFirst()
                    .filter(word ->
                            word.capital()
                                    || names.contains(word.folded())
                                    || wording.bare(word, said.text()))
                    .isPresent();
        }

        /// Who is asked by name to do something; empty where nobody is.
        List<Word> addressed() {
            var who = wording.exact("addressed").matcher(said.text());
            return who.find() ? Words.all(who.group("who"), wording) : List.of();
        }

        boolean says(Word word) {
            return clauses.stream().anyMatch(clause -> clause.has(word));
        }

        /// Whether it has a word of a claim, or the claim has none.
        boolean shares(Clause claim) {
            return claim.words().isEmpty() || claim.words().stream().anyMatch(this::has);
        }

        boolean has(Word word) {
            return says(word) || spokenBy(word);
        }

        boolean spokenBy(Word word) {
            return speaker.stream().anyMatch(word::same);
        }

        boolean first() {
            return clauses.stream().anyMatch(Clause::first);
        }

        boolean points() {
            return wording.is("pointing", said.text());
        }
    }

    /// @param before the sentences before each, in the same order
    static Ground of(List<Sentence> sentences, List<@Nullable Said> before, Set<String> names) {
        var words = new ArrayList<Word>();
        for (int i = 0; i < sentences.size(); i++) {
            var earlier = before.get(i);
            if (earlier != null && sentences.get(i).points()) {
                var wording = Wording.of(earlier.language());
                words.addAll(Words.all(earlier.text(), wording));
            }
        }
        return new Ground(sentences, words, names);
    }

    Stream<Clause> clauses() {
        return sentences.stream().flatMap(each -> each.clauses().stream());
    }

    /// Whether a word is said, or who says it is called so.
    boolean has(Word word) {
        return sentences.stream().anyMatch(each -> each.has(word))
                || Words.among(word, before)
                || Words.among(word, clauses().flatMap(each -> each.all().stream()).toList());
    }

    /// Whether a word is said in such clauses, and in no other.
    boolean only(Word word, Predicate<Clause> which) {
        var with = clauses().filter(clause -> clause.has(word)).toList();
        return !with.isEmpty() && with.stream().allMatch(which);
    }

    String text() {
        return String.join("\n", sentences.stream().map(each -> each.said().text()).toList());
    }

    /// The sentence that has most of a claim's words.
    Sentence nearest(Clause claim) {
        var best = sentences.getFirst();
        long most = -1;
        for (var each : sentences) {
            long shared = claim.words().stream().filter(each::says).count();
            if (shared > most) {
                best = each;
                most = shared;
            }
        }
        return best;
    }
}
