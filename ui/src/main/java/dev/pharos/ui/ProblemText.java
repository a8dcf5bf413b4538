package dev.pharos.ui;

import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Problem;

import java.util.Arrays;
import java.util.Locale;

/// Says a problem in words, with what can be done about it.
public final class ProblemText {
    private final Texts texts;

    public ProblemText(Texts texts) {
        this.texts = texts;
    }

    public String of(Problem problem) {
        return texts.text(
                problem.key(), Arrays.stream(problem.arguments()).map(this::worded).toArray());
    }

    /// What could not be kept, and why.
    public String unkept(String title, Problem why) {
        return texts.text("transcript.unsaved", title, of(why));
    }

    /// A part of a problem, as it is put into its sentence.
    public Object worded(Object argument) {
        return argument instanceof Detail why ? texts.text(why.key(), told(why)) : argument;
    }

    /// Languages by their names.
    private Object[] told(Detail why) {
        return why.kind() == Detail.Kind.OTHER_LANGUAGE
                ? why.told().stream()
                        .map(code -> Locale.of(code).getDisplayLanguage(texts.locale()))
                        .toArray()
                : why.told().toArray();
    }
}
