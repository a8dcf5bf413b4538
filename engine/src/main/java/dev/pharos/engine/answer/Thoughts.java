package dev.pharos.engine.answer;

import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Some models think aloud between `<think>` and `</think>` before they answer. What they think is
/// no part of the answer and is not passed on. For one reply; one thread at a time.
public final class Thoughts {
    private static final String BEGIN = "<think>";
    private static final String END = "</think>";
    private static final Pattern ALL = Pattern.compile("(?s)<think>.*?(</think>|$)");

    private final Consumer<String> onText;
    private final StringBuilder heard = new StringBuilder();
    private int told;

    /// @param onText gets what is no thought
    public Thoughts(Consumer<String> onText) {
        this.onText = onText;
    }

    /// A whole reply without its thoughts.
    public static String without(String reply) {
        return ALL.matcher(reply).replaceAll("").strip();
    }

    /// Passes on what is surely spoken: an unfinished tag at the end waits for the next piece.
    public void hear(String piece) {
        heard.append(piece);
        String spoken = ALL.matcher(heard).replaceAll("");
        String sure = spoken.substring(0, spoken.length() - unfinished(spoken));
        if (sure.length() > told) {
            onText.accept(sure.substring(told));
            told = sure.length();
        }
    }

    private static int unfinished(String spoken) {
        for (int length = Math.min(END.length(), spoken.length()); length > 0; length--) {
            if (BEGIN.startsWith(spoken.substring(spoken.length() - length))) {
                return length;
            }
        }
        return 0;
    }
}
