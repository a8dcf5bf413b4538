package dev.pharos.engine.proof;

import dev.pharos.engine.answer.AnswerSentence.Doubt;
import dev.pharos.engine.proof.LineProof.Kind;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// What a language model may write of what was said.
///
/// @param kind `true`, or how it lies
/// @param named indexes of the sentences that it names
/// @param person of a task, or empty
/// @param due of a task, or empty
public record WrittenLine(
        String language,
        String kind,
        Kind written,
        List<Said> said,
        List<Integer> named,
        String text,
        String person,
        String due,
        boolean heldBack) {
    private static final int EVERY = 3;
    private static final int WHOLE = 7;

    public boolean isTrue() {
        return kind.equals("true");
    }

    /// What is told of it; null where it is proved.
    public @Nullable Doubt doubt() {
        var proof = new LineProof(said);
        if (!person.isEmpty() && !proof.does(person, text, named)) {
            return new Doubt(Doubt.Reason.ELSEWHERE, List.of(person));
        }
        if (!due.isEmpty() && !proof.due(due, text, named)) {
            return new Doubt(Doubt.Reason.NOT_SAID, List.of(due));
        }
        return proof.doubt(text, written, named);
    }

    /// Own sentences in English, German and Russian.
    public static List<WrittenLine> all() throws IOException {
        return of(resource("lines.tsv"), EVERY);
    }

    /// Those of an author who had not seen the rules, none of which is held back.
    ///
    /// @param held whether nobody who makes rules has seen them
    public static List<WrittenLine> ofOthers(boolean held) throws IOException {
        return of(resource(held ? "others-held.tsv" : "others-seen.tsv"), Integer.MAX_VALUE);
    }

    /// A second set of our own, written before the rules for opposites, for what is counted and for
    /// who does what to whom.
    public static List<WrittenLine> opposites() throws IOException {
        return of(resource("opposites.tsv"), Integer.MAX_VALUE);
    }

    private static String resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(WrittenLine.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Those of a file, none of which is held back.
    public static List<WrittenLine> in(Path file) throws IOException {
        return of(Files.readString(file), Integer.MAX_VALUE);
    }

    private static List<WrittenLine> of(String text, int every) {
        var lines = new ArrayList<WrittenLine>();
        for (String line : text.lines().toList()) {
            if (!line.startsWith("#") && !line.isBlank()) {
                lines.add(of(line.split("\t"), lines.size() % every == every - 1));
            }
        }
        return lines;
    }

    private static WrittenLine of(String[] part, boolean heldBack) {
        var said = new ArrayList<Said>();
        var named = new ArrayList<Integer>();
        for (String each : part[3].split(" \\|\\| ")) {
            if (!each.startsWith("~")) {
                named.add(said.size());
            }
            String plain = each.startsWith("~") ? each.substring(1) : each;
            int at = plain.indexOf("> ");
            said.add(
                    new Said(
                            plain.substring(at < 0 ? 0 : at + 2),
                            part[0],
                            at < 0 ? null : plain.substring(0, at)));
        }
        return new WrittenLine(
                part[0],
                part[1],
                Kind.valueOf(part[2].toUpperCase(Locale.ROOT)),
                said,
                named,
                part[4],
                part.length > 5 ? part[5] : "",
                part.length == WHOLE ? part[6] : "",
                heldBack);
    }
}
