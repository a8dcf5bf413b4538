package dev.pharos.engine.proof;

import dev.pharos.engine.answer.Negation;
import dev.pharos.engine.answer.Numerals;
import dev.pharos.engine.document.Beginning;
import dev.pharos.engine.proof.Dates.Day;
import dev.pharos.engine.summary.Phrasing;
import dev.pharos.engine.summary.Phrasing.Form;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A part of a sentence that says one thing, and how it says it.
///
/// @param words that say something
/// @param all its words, and the speaker's names where it is said of oneself
/// @param wished it could, should or may be so, or somebody thinks so
/// @param ahead it is yet to be done
/// @param done it is over
record Clause(
        String text,
        Wording wording,
        List<Word> words,
        List<Word> all,
        boolean denied,
        boolean wished,
        boolean asked,
        boolean ahead,
        boolean done) {
    private static final Pattern STOP =
            Pattern.compile("(?<!\\d)[,;:–—](?=\\s)|(?<=\\d)[,;:](?=\\s)");
    private static final Pattern LACKING =
            Pattern.compile(
                    "\\b(?:without|ohne|без|нет|не было|no|kein\\w*)\\b",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final int WHOLE = 2;

    /// In letters: where what is whole has its words, so that no long one is read again and again.
    private static final int BEHIND = 300;

    /// @param asked whether its sentence asks
    private static Clause of(String text, Wording wording, @Nullable Clause before, boolean asked) {
        String plain = wording.pattern("undenied").matcher(text).replaceAll(" ");
        var carried = wording.is("carries", text) ? before : null;
        boolean conditional = before != null && wording.is("condition", before.text);
        boolean ahead = wording.is("ahead", text) || any(text, wording, Form::future);
        return new Clause(
                text,
                wording,
                Words.of(text, wording),
                Words.all(text, wording),
                Negation.in(plain)
                        || wording.is("denial", plain)
                        || carried != null && carried.denied,
                wording.is("maybe", text) || conditional || carried != null && carried.wished,
                asked,
                ahead,
                wording.is("done", text)
                        || any(text, wording, Form::past)
                        || before != null && before.done && !ahead);
    }

    /// The clauses of a sentence.
    static List<Clause> in(String sentence, Wording wording) {
        boolean asked = sentence.strip().endsWith("?");
        var clauses = new ArrayList<Clause>();
        for (String part : parts(sentence, wording)) {
            var before = clauses.isEmpty() ? null : clauses.getLast();
            clauses.add(of(part, wording, before, asked));
        }
        return clauses;
    }

    private static List<String> parts(String sentence, Wording wording) {
        var parts = new ArrayList<String>();
        for (String stopped : STOP.split(sentence)) {
            for (String part : wording.pattern("parts").split(stopped)) {
                joined(part, wording, parts);
            }
        }
        return full(parts, wording);
    }

    /// What says nothing by itself, as `perhaps`, is a part of what follows.
    private static List<String> full(List<String> parts, Wording wording) {
        var full = new ArrayList<String>();
        String small = "";
        for (String part : parts) {
            small = (small + " " + part).strip();
            if (Words.of(small, wording).size() + Numerals.claimed(small).size() > 0) {
                full.add(small);
                small = "";
            }
        }
        if (!small.isEmpty()) {
            full.add(small);
        }
        return full;
    }

    /// Parted at an `and` between two whole ones.
    private static void joined(String part, Wording wording, List<String> into) {
        var and = wording.pattern("and").matcher(part);
        int from = 0;
        while (and.find()) {
            String left = part.substring(from, and.start());
            if (whole(left, wording)
                    && whole(Beginning.of(part.substring(and.end()), BEHIND), wording)) {
                into.add(left);
                from = and.end();
            }
        }
        into.add(part.substring(from));
    }

    private static boolean whole(String part, Wording wording) {
        return Words.of(part, wording).size() + Numerals.claimed(part).size() >= WHOLE;
    }

    private static boolean any(String text, Wording wording, Predicate<Form> test) {
        return Words.WORD
                .matcher(text)
                .results()
                .anyMatch(word ->
                        Phrasing.forms(word.group(), wording.language()).stream().anyMatch(test));
    }

    /// Whether a speaker says it of themselves.
    boolean first() {
        return wording.has("first", text) || any(text, wording, Form::first);
    }

    /// Whether it denies by saying that something goes without another, and not else.
    boolean without() {
        return lacks()
                && !Negation.in(LACKING.matcher(text).replaceAll(" "))
                && !wording.is("denial", text);
    }

    /// Whether something goes without another, or that is not there.
    boolean lacks() {
        return LACKING.matcher(text).find();
    }

    Set<String> numbers() {
        return Numerals.all(text);
    }

    List<Day> days() {
        return Dates.in(text, wording);
    }

    boolean has(Word word) {
        return Words.among(word, all);
    }

    /// How many words of another it has.
    long shared(Clause other) {
        return other.words.stream().filter(this::has).count();
    }
}
