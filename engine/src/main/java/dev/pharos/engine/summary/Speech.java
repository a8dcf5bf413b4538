package dev.pharos.engine.summary;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Tells what is said from how it is said: fillers (`uh`, `äh`, `ну`), what only opens a turn,
/// words said twice, and sentences that only tell that somebody listens (`Yeah.`).
final class Speech {
    /// Words said once more: `we have we have to`. Numbers may be meant twice.
    private static final Pattern AGAIN =
            Pattern.compile(
                    "(?<![\\p{L}\\p{Nd}'’-])([\\p{L}'’]+(?: [\\p{L}'’]+){0,3})(?:(?:\\s*[-–…]+|\\s*\\.{2,3})?\\s+\\1(?![\\p{L}\\p{Nd}'’-]))+",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// What a recogniser writes of music and noises.
    private static final Pattern NOISES =
            Pattern.compile("♪[^♪]*♪?|^\\s*[\\[(*](?:[^\\])*.!?]{1,40}|\\p{L}+[.!])[\\])*]\\s*$");

    private static final Pattern BRACKETS = Pattern.compile("[\\[({<*]");
    private static final Pattern GAPS = Pattern.compile("\\s+");
    private static final Pattern LOOSE_MARKS =
            Pattern.compile("\\s+(?=[,.;:!?…])|(?<=[,;:])(?:\\s*,)+");
    private static final Pattern EDGES = Pattern.compile("^[\\s,.;:…–-]+|[\\s,;:–-]+$");
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}'’-]+");

    private Speech() {}

    /// Without what carries nothing; the other words stay as they were said. May be empty.
    static String clean(String said, String language) {
        var rules = Rules.of(language);
        String heard = noiseless(NOISES.matcher(said).replaceAll(" "));
        String text = GAPS.matcher(heard).replaceAll(" ");
        text = rules.pattern("filler").matcher(text).replaceAll("");
        text = rules.pattern("hedge").matcher(text).replaceAll("");
        text = AGAIN.matcher(GAPS.matcher(text).replaceAll(" ")).replaceAll("$1");
        text = tidy(text);
        String rest = text;
        do {
            text = rest;
            rest = tidy(rules.pattern("opener").matcher(text).replaceFirst(""));
        } while (rest.length() < text.length());
        return KeyPhrases.capital(text);
    }

    /// Without `(laughter)`, `{vocalsound}` and `*music*`, whatever language is spoken.
    static String noiseless(String said) {
        String heard = said;
        if (BRACKETS.matcher(said).find()) {
            for (var language : List.of("en", "de", "ru")) {
                heard = Rules.of(language).pattern("noise").matcher(heard).replaceAll(" ");
            }
        }
        return heard;
    }

    private static String tidy(String text) {
        String one = GAPS.matcher(text).replaceAll(" ");
        return EDGES.matcher(LOOSE_MARKS.matcher(one).replaceAll("")).replaceAll("").strip();
    }

    /// Whether a sentence only tells that somebody listens, agrees, greets or thanks.
    static boolean empty(String said, String language) {
        var listening = Rules.of(language).words("listening");
        return Arrays.stream(WORDS.split(said.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .allMatch(listening::contains);
    }
}
