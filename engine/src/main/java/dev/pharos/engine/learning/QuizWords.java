package dev.pharos.engine.learning;

import dev.pharos.engine.making.NoteWords;
import dev.pharos.engine.search.WordFile;
import dev.pharos.engine.summary.Asking.Way.Defined;

import java.util.Locale;
import java.util.Properties;

/// The few words that a quiz has of its own, in its language.
final class QuizWords {
    private final Properties words;
    private final String language;

    /// English for a language without words.
    QuizWords(String spoken) {
        language = NoteWords.known(spoken);
        words = WordFile.read(QuizWords.class, "quiz", language);
    }

    String titled(String title) {
        return words.getProperty("title").replace("{0}", title);
    }

    String answers() {
        return words.getProperty("answers");
    }

    /// Only in German the first word of a sentence may be one that has its capital everywhere.
    String what(Defined defined) {
        String term = defined.term();
        boolean small = defined.article() || !language.equals("de");
        boolean capitals = term.length() > 1 && Character.isUpperCase(term.charAt(1));
        String named =
                small && !capitals
                        ? term.substring(0, 1).toLowerCase(Locale.ROOT) + term.substring(1)
                        : term;
        return words.getProperty(defined.many() ? "many" : "one").replace("{0}", named);
    }
}
