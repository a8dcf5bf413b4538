package dev.pharos.engine.answer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/// The languages whose small words Pharos has rules for. Told by those words, because a question is
/// too short for the statistics of letters.
public enum Tongue {
    ENGLISH(
            "the a an of to in is are was were be been do does did has have had and or not on at by"
                    + " for from with as that this these those it its he she they them his her their who"
                    + " what which when where why how about into than then there can could will would"
                    + " should more most much many also other one because between during after before"),
    GERMAN(
            "der die das den dem des ein eine einen einem einer eines und oder nicht in im am an auf"
                    + " aus bei mit nach von vom vor zu zum zur für über unter ist sind war waren wird wurde"
                    + " wurden hat haben hatte er sie es ihr ihre sein seine wer was welche welcher welches"
                    + " wann wo warum wie auch noch mehr viel viele als dass durch gegen ohne um zwischen"),
    RUSSIAN(""),
    OTHER("");

    /// What a Russian sentence may begin with, and names nothing.
    private static final Set<String> PRONOUNS =
            Set.of(
                    "он",
                    "она",
                    "оно",
                    "они",
                    "это",
                    "кто",
                    "что",
                    "который",
                    "там",
                    "тогда",
                    "затем",
                    "также",
                    "позже",
                    "каждый",
                    "один",
                    "всё",
                    "все",
                    "никто",
                    "ничто",
                    "i",
                    "you",
                    "we",
                    "all",
                    "both",
                    "each",
                    "everyone",
                    "nobody",
                    "someone",
                    "another",
                    "here",
                    "one");

    private final Set<String> words;

    /// ISO 639-1, or `und`.
    public String code() {
        return switch (this) {
            case ENGLISH -> "en";
            case GERMAN -> "de";
            case RUSSIAN -> "ru";
            case OTHER -> "und";
        };
    }

    Tongue(String words) {
        this.words = Set.of(words.split(" "));
    }

    /// The language of a sentence; [#OTHER] where neither small words nor letters tell.
    public static Tongue of(String text) {
        var tokens =
                Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                        .filter(token -> !token.isEmpty())
                        .toList();
        if (cyrillic(text)) {
            return text.chars().anyMatch(c -> "іїєґўј".indexOf(c) >= 0) ? OTHER : RUSSIAN;
        }
        long english = tokens.stream().filter(ENGLISH.words::contains).count();
        long german = tokens.stream().filter(GERMAN.words::contains).count();
        if (english == german) {
            return OTHER;
        }
        return english > german ? ENGLISH : GERMAN;
    }

    /// Whether a word is one of the small ones of any of them.
    static boolean small(String lower) {
        return ENGLISH.words.contains(lower)
                || GERMAN.words.contains(lower)
                || PRONOUNS.contains(lower);
    }

    private static boolean cyrillic(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long russian =
                text.codePoints()
                        .filter(c ->
                                Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC)
                        .count();
        return russian > 0 && 2 * russian >= letters;
    }
}
