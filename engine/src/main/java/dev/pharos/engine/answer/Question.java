package dev.pharos.engine.answer;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A question as it was asked, and what kind of answer it wants.
///
/// @param startNanos when it was asked, on the clock of [System#nanoTime()]
record Question(String text, long startNanos) {

    /// What an answer must contain to be one.
    enum Wants {
        NUMBER(
                Pattern.compile(
                        "\\p{Nd}|\\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|"
                                + "thousand|million|half|once|twice|eins?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|"
                                + "од(ин|на|но)|дв[ае]|три|четыре|пять|шесть|семь|восемь|девять|десять)\\b",
                        Pattern.CASE_INSENSITIVE
                                | Pattern.UNICODE_CASE
                                | Pattern.UNICODE_CHARACTER_CLASS),
                "how many",
                "how much",
                "how old",
                "how tall",
                "how high",
                "how far",
                "how long",
                "how often",
                "how large",
                "how big",
                "how deep",
                "how fast",
                "what percent",
                "what number",
                "сколько",
                "wie viel",
                "wie viele",
                "wie hoch",
                "wie lange",
                "wie alt",
                "combien",
                "cuánt"),
        TIME(
                Pattern.compile(
                        "\\p{Nd}|century|BC\\b|AD\\b|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
                                + "(jan|febr)uary|march|april|june|july|august|(sept|nov|dec)ember|october|jahrhundert|"
                                + "век|год|siècle|siglo",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                "when",
                "what year",
                "which year",
                "in what year",
                "in which year",
                "what century",
                "what date",
                "когда",
                "в каком году",
                "wann",
                "in welchem jahr",
                "quand",
                "cuándo"),
        NAME(
                Pattern.compile("(?<=[\\p{L}\\p{Nd},;:»\\-] )[\"«„]?\\p{Lu}\\p{Ll}+"),
                "who",
                "whom",
                "whose",
                "where",
                "кто",
                "кого",
                "кому",
                "где",
                "wer",
                "wen",
                "wo ",
                "qui ",
                "où",
                "quién",
                "dónde"),
        ANYTHING(Pattern.compile(""));

        private final Pattern pattern;
        private final List<String> openings;

        Wants(Pattern pattern, String... openings) {
            this.pattern = pattern;
            this.openings = List.of(openings);
        }

        boolean in(String sentence) {
            return pattern.matcher(sentence).find();
        }
    }

    private static final Set<Wants> PARTICULAR = Set.of(Wants.NUMBER, Wants.TIME, Wants.NAME);

    Wants wants() {
        String asked = " " + text.strip().toLowerCase(Locale.ROOT);
        return PARTICULAR.stream()
                .filter(kind ->
                        kind.openings.stream().anyMatch(opening -> asked.contains(" " + opening)))
                .min(Comparator.naturalOrder())
                .orElse(Wants.ANYTHING);
    }

    Duration took() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
