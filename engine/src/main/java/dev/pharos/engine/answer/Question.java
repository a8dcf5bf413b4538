package dev.pharos.engine.answer;

import java.time.Duration;
import java.util.Arrays;
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
                "what (?:do|does|did|will|would) .{1,80} cost",
                "what (?:is|was) the (?:price|cost)",
                "сколько",
                "какое количество",
                "какой процент",
                "во что (?:обо[йш]\\w+|обходится)",
                "wie viel",
                "wie viele",
                "wie hoch",
                "wie lange",
                "wie alt",
                "was (?:kostet|kosten|kostete|kosteten)",
                "was (?:soll|sollen|wird|werden|würde|würden) .{1,80} kosten",
                "combien",
                "cuánt\\w*"),
        TIME(
                Pattern.compile(
                        "\\p{Nd}|\\b(century|BC|AD|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
                                + "(jan|febr)uary|march|april|june|july|august|(sept|nov|dec)ember|october|"
                                + "\\w*jahrhunderts?|(век|год)(а|у|е|ом|ы|ов|ам|ами|ах)?|лет|siècle|siglo)\\b",
                        Pattern.CASE_INSENSITIVE
                                | Pattern.UNICODE_CASE
                                | Pattern.UNICODE_CHARACTER_CLASS),
                "when",
                "what year",
                "which year",
                "in what year",
                "in which year",
                "what century",
                "what date",
                "когда",
                "како[мй] (?:году|веке|месяце|день)",
                "какого числа",
                "с какого (?:года|века)",
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
                "кем",
                "где",
                "wer",
                "wen",
                "wo",
                "qui",
                "où",
                "quién",
                "dónde"),
        ANYTHING(Pattern.compile(""));

        private final Pattern pattern;
        private final Pattern asked;

        Wants(Pattern pattern, String... openings) {
            this.pattern = pattern;
            this.asked =
                    Pattern.compile(
                            "\\b(?:" + String.join("|", openings) + ")\\b",
                            Pattern.CASE_INSENSITIVE
                                    | Pattern.UNICODE_CASE
                                    | Pattern.UNICODE_CHARACTER_CLASS);
        }

        boolean in(String sentence) {
            return pattern.matcher(sentence).find();
        }
    }

    /// The first kind whose words the question has; a question without any asks for anything.
    Wants wants() {
        return Arrays.stream(Wants.values())
                .filter(kind -> kind == Wants.ANYTHING || kind.asked.matcher(text).find())
                .findFirst()
                .orElseThrow();
    }

    Duration took() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
