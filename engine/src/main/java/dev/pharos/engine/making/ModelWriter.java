package dev.pharos.engine.making;

import dev.pharos.engine.answer.LanguageModel;
import dev.pharos.engine.answer.LanguageModel.Message;
import dev.pharos.engine.answer.Thoughts;
import dev.pharos.engine.answer.Tongue;
import dev.pharos.engine.document.Beginning;
import dev.pharos.engine.making.WritingBrief.Wished;
import dev.pharos.engine.making.WrittenReply.Line;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Detail.Kind;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.summary.Material;
import dev.pharos.engine.summary.Summary;
import dev.pharos.engine.work.Progress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Has a language model write what a source says. A long source is read in parts that fit what the
/// model reads at once, and then brought together. A reply that is not as it should be is asked for
/// once more, with what is wrong. What it wrote is held to the source by [WrittenSummary].
final class ModelWriter {
    private static final String SCHEMA = schema();

    /// The confidence below which a reply speaks of something else.
    private static final double LEAST_GROUND = 0.1;

    /// No note is so long.
    private static final int LONGEST_REPLY = 200_000;

    private final LanguageModel model;

    ModelWriter(LanguageModel model) {
        this.model = model;
    }

    private static String schema() {
        try (var in = ModelWriter.class.getResourceAsStream("written.schema.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return model.name();
    }

    /// SHA-256 of a material and of how it is to be written. Not of the library's tags: these
    /// change with every other note.
    static String fingerprint(Material material, Wished wished) {
        var told = new StringBuilder(wished.depth() + " " + wished.language() + "\n");
        for (int i = 0; i < material.sentences().size(); i++) {
            var sentence = material.sentences().get(i);
            told.append(sentence.place()).append(WritingBrief.line(i, sentence)).append('\n');
        }
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            byte[] sum = hash.digest(told.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A model beyond this machine does not learn the tags of the library.
    private WritingBrief brief(Wished wished) {
        var told =
                model.local() ? wished : new Wished(wished.depth(), wished.language(), List.of());
        return WritingBrief.of(model, told);
    }

    /// Blocks for as long as the model writes; progress counts its replies.
    ///
    /// @param built what is known of the material without a model
    /// @throws ProblemException of the endpoint; `UnusableReply`, `ContextTooSmall`
    /// @throws CancellationException if cancelled
    Summary written(Material material, Summary built, Wished wished, Progress progress)
            throws ProblemException {
        var brief = brief(wished);
        if (!brief.fits()) {
            throw new ProblemException(
                    new Problem.ContextTooSmall(
                            model.name(), brief.limit() - brief.room(), brief.limit()));
        }
        var parts = parts(material, brief.room());
        var replies = new ArrayList<WrittenReply>();
        int from = 0;
        for (var part : parts) {
            progress.report(replies.size(), parts.size());
            int first = from + 1;
            int last = from + part.size();
            var messages = brief.messages(String.join("\n", part));
            var known = IntStream.rangeClosed(first, last).boxed().collect(Collectors.toSet());
            replies.add(ask(brief, messages, known, progress));
            from = last;
        }
        var reply = replies.size() == 1 ? replies.getFirst() : joined(brief, replies, progress);
        progress.report(parts.size(), parts.size());
        var written = new WrittenSummary(material, built, wished);
        if (written.foreign()) {
            progress.notice(new Problem.NoteUnchecked(model.name()));
        }
        var summary = written.of(reply);
        if (!written.foreign() && summary.confidence() < LEAST_GROUND) {
            throw new ProblemException(
                    new Problem.UnusableReply(model.name(), Detail.of(Kind.NO_GROUND)));
        }
        return summary;
    }

    /// Numbered lines, in parts that fit.
    private static List<List<String>> parts(Material material, int room) {
        var parts = new ArrayList<List<String>>();
        int left = 0;
        for (int i = 0; i < material.sentences().size(); i++) {
            String line = WritingBrief.line(i, material.sentences().get(i));
            String fitting = line.length() <= room ? line : Beginning.of(line, room) + "…";
            int tokens = WritingBrief.tokens(fitting);
            if (tokens > left) {
                parts.add(new ArrayList<>());
                left = room;
            }
            parts.getLast().add(fitting);
            left -= tokens;
        }
        return parts;
    }

    /// Of two replies the one with fewer faults.
    private WrittenReply ask(
            WritingBrief brief, List<Message> messages, Set<Integer> known, Progress progress)
            throws ProblemException {
        String first = reply(messages, progress);
        var read = read(brief, first, known);
        var reply = read.reply();
        if (reply != null && read.faults().isEmpty()) {
            return reply;
        }
        var again = read(brief, repaired(brief, messages, first, read, progress), known);
        boolean better = reply == null || again.faults().size() <= read.faults().size();
        var best = again.reply() != null && better ? again.reply() : reply;
        if (best == null) {
            var why = Objects.requireNonNull(again.why());
            throw new ProblemException(new Problem.UnusableReply(model.name(), why));
        }
        return best;
    }

    /// A reply in another language than was asked for is none.
    private static ReplyReader.Read read(WritingBrief brief, String reply, Set<Integer> known) {
        var read = ReplyReader.read(reply, known);
        var written = read.reply();
        if (written == null || brief.wished().readsAs(Tongue.of(written.text()))) {
            return read;
        }
        return ReplyReader.Read.none(
                "it must be written in " + brief.language(),
                Detail.of(Kind.OTHER_LANGUAGE, brief.wished().language()));
    }

    /// Empty where the model has no second word on a first one that can be used.
    private String repaired(
            WritingBrief brief,
            List<Message> messages,
            String first,
            ReplyReader.Read read,
            Progress progress)
            throws ProblemException {
        try {
            return reply(brief.repairing(messages, first, read.faults()), progress);
        } catch (ProblemException e) {
            if (read.reply() == null) {
                throw e;
            }
            return "";
        }
    }

    private String reply(List<Message> messages, Progress progress) throws ProblemException {
        progress.checkpoint();
        var heard = new AtomicInteger();
        try {
            var bounded = new Bounded(progress, () -> heard.get() > LONGEST_REPLY);
            return Thoughts.without(
                    model.reply(
                            messages, SCHEMA, piece -> heard.addAndGet(piece.length()), bounded));
        } catch (CancellationException e) {
            progress.checkpoint();
            throw new ProblemException(
                    new Problem.UnusableReply(
                            model.name(), Detail.of(Kind.REPLY_TOO_LONG, LONGEST_REPLY)),
                    e);
        }
    }

    /// What the parts say one after the other, with one title, overview, points and tags.
    private WrittenReply joined(WritingBrief brief, List<WrittenReply> parts, Progress progress) {
        var lines = new ArrayList<>(all(parts, WrittenReply::overview));
        var points = all(parts, WrittenReply::points);
        if (tokens(lines) + tokens(points) <= brief.room()) {
            lines.addAll(points);
        }
        while (tokens(lines) > brief.room() && lines.size() > 2) {
            for (int i = lines.size() - 1; i > 0; i -= 2) {
                lines.remove(i);
            }
        }
        var known =
                lines.stream()
                        .flatMap(line -> line.sentences().stream())
                        .map(index -> index + 1)
                        .collect(Collectors.toSet());
        var whole = whole(brief, parts, lines, known, progress);
        int topics = Math.max(1, brief.wished().depth().topics / parts.size());
        return new WrittenReply(
                whole.title(),
                whole.overview(),
                all(parts, part -> part.topics().stream().limit(topics).toList()),
                whole.points(),
                all(parts, WrittenReply::decisions),
                all(parts, WrittenReply::questions),
                all(parts, WrittenReply::actions),
                whole.tags());
    }

    /// What the whole says, or, where the model fails at that, the first of each part.
    private WrittenReply whole(
            WritingBrief brief,
            List<WrittenReply> parts,
            List<Line> lines,
            Set<Integer> known,
            Progress progress) {
        String text = lines.stream().map(ModelWriter::numbered).collect(Collectors.joining("\n"));
        try {
            return ask(brief, brief.joining(text), known, progress);
        } catch (ProblemException e) {
            progress.checkpoint();
            progress.notice(e.problem());
            var first = parts.stream().map(part -> part.overview().getFirst()).toList();
            return new WrittenReply(
                    "",
                    first,
                    List.of(),
                    all(parts, part -> part.points().stream().limit(1).toList()),
                    List.of(),
                    List.of(),
                    List.of(),
                    all(parts, WrittenReply::tags));
        }
    }

    private static <T> List<T> all(List<WrittenReply> parts, Function<WrittenReply, List<T>> of) {
        return parts.stream().flatMap(part -> of.apply(part).stream()).distinct().toList();
    }

    private static int tokens(List<Line> lines) {
        return lines.stream().mapToInt(line -> WritingBrief.tokens(numbered(line))).sum();
    }

    private static String numbered(Line line) {
        return line.sentences().stream()
                        .map(index -> Integer.toString(index + 1))
                        .collect(Collectors.joining(", ", "[", "] "))
                + line.text();
    }
}
