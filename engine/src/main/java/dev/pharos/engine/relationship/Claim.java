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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a sentence asserts, in the parts by which two assertions are compared. Immutable.
///
/// @param text as it stands in its source
/// @param core what of that asserts something: without *studies show that*, or what is so instead
/// @param terms the stems of its words in their order, without numbers and what denies
/// @param figures its numbers
/// @param denials how often it denies
record Claim(
        String text,
        String core,
        Wording wording,
        Set<String> terms,
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

    /// What a sentence asserts, and what its first clause does alone: *it is 42 metres high, and
    /// was built in 1897* says two things.
    ///
    /// @param before empty where it is the first
    static List<Claim> in(String sentence, String before, String language) {
        var further =
                Wording.of(language)
                        .map(wording -> wording.pattern("further").matcher(sentence))
                        .filter(Matcher::find);
        return Stream.concat(
                        Stream.of(sentence),
                        further.map(each -> sentence.substring(0, each.start())).stream())
                .flatMap(each -> of(each, before, language).stream())
                .toList();
    }

    /// Nothing for what is no plain assertion that is understood by itself, or after the sentence
    /// before.
    ///
    /// @param before empty where it is the first
    private static Optional<Claim> of(String sentence, String before, String language) {
        String text =
                BACK.matcher(FRONT.matcher(sentence.strip()).replaceFirst("")).replaceFirst("");
        int words = Fluency.words(text);
        if (words < SHORTEST || words > LONGEST || !text.matches("(?s).*[\\p{L}\\p{N})%][.!…]*")) {
            return Optional.empty();
        }
        return Wording.of(language)
                .flatMap(wording -> {
                    String said = named(text, before, wording);
                    return wording.has("unsure", said) || wording.has("passing", said)
                            ? Optional.empty()
                            : Optional.of(of(text, core(said, wording), wording));
                });
    }

    /// *Baikal is the deepest lake. Its depth* is that of Baikal.
    private static String named(String text, String before, Wording wording) {
        var owner = wording.pattern("owner").matcher(before.strip());
        return owner.find()
                ? wording.pattern("its")
                        .matcher(text)
                        .replaceFirst(Matcher.quoteReplacement(owner.group("what")))
                : text;
    }

    /// *Has no influence on* does not deny that there is one, but says what it does; *not in
    /// meadows, but in fields* denies the meadows alone.
    private static String core(String text, Wording wording) {
        String said = wording.pattern("shown").matcher(text).replaceFirst("");
        said = wording.pattern("inert").matcher(said).replaceFirst(wording.text("inertly"));
        return Negation.count(said) == 1
                ? wording.pattern("instead").matcher(said).replaceFirst("")
                : said;
    }

    private static Claim of(String text, String core, Wording wording) {
        var figures = Figure.in(core, wording);
        String said = wording.pattern("about").matcher(Negation.without(core)).replaceAll(" ");
        var terms = new LinkedHashSet<>(Terms.of(said, wording.language()));
        terms.removeIf(term -> term.chars().anyMatch(Character::isDigit));
        figures.forEach(each -> terms.removeAll(Terms.of(each.written(), wording.language())));
        Tense tense =
                wording.has("past", core)
                        ? Tense.PAST
                        : wording.has("future", core) ? Tense.FUTURE : Tense.PRESENT;
        return new Claim(text, core, wording, terms, figures, Negation.count(core), tense);
    }

    /// The stems of words with a capital letter within it.
    Set<String> capital() {
        return WORD.matcher(core)
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
        return names(names, other)
                || other.names(names, this)
                || !wording.has("definite", core) && !wording.has("definite", other.core);
    }

    /// Whether a name that it has is in another in any form.
    private boolean names(Set<String> names, Claim other) {
        return WORD.matcher(core)
                .results()
                .map(match -> match.group())
                .filter(word -> names.contains(Facts.folded(word)))
                .anyMatch(word -> other.terms.contains(wording.stem(word)));
    }

    /// The word that has a stem, as the sentence writes it.
    String written(String stem) {
        return WORD.matcher(core)
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
