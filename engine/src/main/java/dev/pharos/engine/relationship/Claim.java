package dev.pharos.engine.relationship;

import dev.pharos.engine.answer.Facts;
import dev.pharos.engine.answer.Negation;
import dev.pharos.engine.meaning.Fluency;
import dev.pharos.engine.search.Terms;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a sentence asserts, in the parts by which two assertions are compared. Immutable.
///
/// @param terms the stems of its words in their order, without numbers and what denies
/// @param capital those of words with a capital letter within it
/// @param figures its numbers
/// @param denials how often it denies
record Claim(
        String text,
        Wording wording,
        Set<String> terms,
        Set<String> capital,
        List<Figure> figures,
        long denials,
        Tense tense) {

    /// When it holds.
    enum Tense {
        PAST,
        PRESENT,
        FUTURE
    }

    private static final int SHORTEST = 3;
    private static final int LONGEST = 40;
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{N}’'-]*");

    /// Bullets, boxes to tick, and who says it.
    private static final Pattern FRONT =
            Pattern.compile(
                    "^(?:[-*•–>\\s]+|\\[[ xX]]\\s|\\d{1,3}[.)]\\s+(?=\\p{Lu}))*(?:\\p{Lu}[\\p{L} .’'-]{1,40}:\\s+)?");

    /// The link of a line that Pharos made, and when it is due.
    private static final Pattern BACK =
            Pattern.compile("(?<=[.!?…])\\s*(?:\\([^)]*\\)\\s*)?\\d{1,2}:\\d{2}(?::\\d{2})?\\s*$");

    /// Nothing for what is no plain assertion that is understood by itself.
    static Optional<Claim> of(String sentence, String language) {
        String text =
                BACK.matcher(FRONT.matcher(sentence.strip()).replaceFirst("")).replaceFirst("");
        int words = Fluency.words(text);
        if (words < SHORTEST || words > LONGEST || !text.matches("(?s).*[\\p{L}\\p{N})%][.!…]*")) {
            return Optional.empty();
        }
        return Wording.of(language)
                .filter(wording -> !wording.has("unsure", text) && !wording.has("passing", text))
                .map(wording -> of(text, wording));
    }

    private static Claim of(String text, Wording wording) {
        var figures = Figure.in(text, wording);
        String said = wording.pattern("about").matcher(Negation.without(text)).replaceAll(" ");
        var terms = new LinkedHashSet<>(Terms.of(said, wording.language()));
        terms.removeIf(term -> term.chars().anyMatch(Character::isDigit));
        figures.forEach(each -> terms.removeAll(Terms.of(each.written(), wording.language())));
        Tense tense =
                wording.has("past", text)
                        ? Tense.PAST
                        : wording.has("future", text) ? Tense.FUTURE : Tense.PRESENT;
        return new Claim(
                text, wording, terms, capital(text, wording), figures, Negation.count(text), tense);
    }

    private static Set<String> capital(String text, Wording wording) {
        return WORD.matcher(text)
                .results()
                .filter(match -> match.start() > 0)
                .map(match -> match.group())
                .filter(word -> Character.isUpperCase(word.codePointAt(0)))
                .flatMap(word -> Terms.of(word, wording.language()).stream())
                .collect(Collectors.toSet());
    }

    /// Words that it has and another has not.
    Set<String> but(Claim other) {
        return terms.stream()
                .filter(term -> !other.terms.contains(term))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// What it begins with, most often what it is about.
    String first() {
        return terms.isEmpty() ? "" : terms.iterator().next();
    }

    /// Whether it says by itself what it speaks of: a thing with a name, or things in general, not
    /// one that only its surroundings tell.
    ///
    /// @param names of the texts around, by [dev.pharos.engine.answer.KnownNames]
    boolean anchored(Claim other, Set<String> names) {
        boolean named =
                WORD.matcher(text)
                        .results()
                        .map(match -> Facts.folded(match.group()))
                        .filter(names::contains)
                        .anyMatch(name -> other.folded().contains(name));
        return named || !wording.has("definite", text) && !wording.has("definite", other.text);
    }

    private Set<String> folded() {
        return WORD.matcher(text)
                .results()
                .map(match -> Facts.folded(match.group()))
                .collect(Collectors.toSet());
    }

    /// The word that has a stem, as the sentence writes it.
    String written(String stem) {
        return WORD.matcher(text)
                .results()
                .map(match -> match.group())
                .filter(word -> Terms.of(word, wording.language()).contains(stem))
                .findFirst()
                .orElse(stem);
    }

    /// Whether both are the same but for punctuation: a copy proves nothing.
    boolean copies(Claim other) {
        return plain().equals(other.plain());
    }

    private String plain() {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
