package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// One sentence for each problem: what happened, and what to do next.
final class ProblemText {

    private static final String KINDS =
            Arrays.stream(SourceKind.values())
                    .map(SourceKind::id)
                    .collect(Collectors.joining(", "));

    private ProblemText() {}

    static String of(Problem problem) {
        return problem instanceof Problem.UnreadableQuery(_, var part)
                ? ofQuery(problem, part)
                : plain(problem);
    }

    private static String plain(Problem problem) {
        return text(
                problem.key(),
                Arrays.stream(problem.arguments())
                        .map(each -> each instanceof Detail why ? of(why) : each)
                        .toArray());
    }

    static String of(Detail why) {
        return text(
                why.key(),
                why.kind() == Detail.Kind.OTHER_LANGUAGE
                        ? why.told().stream()
                                .map(code -> Locale.of(code).getDisplayLanguage(Locale.ENGLISH))
                                .toArray()
                        : why.told().toArray());
    }

    /// @param part the filter that is wrong, such as `kind:xyz`
    private static String ofQuery(Problem problem, String part) {
        var field = part.substring(0, part.indexOf(':') + 1).toLowerCase(Locale.ROOT);
        return switch (field) {
            case "kind:" -> text("problem.unreadableKind", part, KINDS);
            case "after:", "before:" -> text("problem.unreadableDate", part);
            default -> plain(problem);
        };
    }
}
