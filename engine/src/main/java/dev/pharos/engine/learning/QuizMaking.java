package dev.pharos.engine.learning;

import dev.pharos.engine.answer.Citation;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.Sentences.Span;
import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.making.MadeNote;
import dev.pharos.engine.making.MadeNotes;
import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.note.Note;
import dev.pharos.engine.note.Notes;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.summary.Asking;
import dev.pharos.engine.summary.Material;
import dev.pharos.engine.summary.Summary;
import dev.pharos.engine.summary.Summary.Line;
import dev.pharos.engine.transcription.Transcripts;
import dev.pharos.engine.work.Progress;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Makes quizzes of what sources say and answers cite, each as a note. Needs no language model, and
/// a library that was opened for writing. Safe for use by several threads.
public final class QuizMaking {
    private static final String FOLDER = "Made/";

    /// What it works with.
    ///
    /// @param embedder asked anew for each quiz, because another one may be chosen
    public record Parts(
            Sources sources,
            Transcripts transcripts,
            Notes notes,
            MadeNotes made,
            Supplier<? extends Embedder> embedder,
            Clock clock) {}

    /// A quiz.
    ///
    /// @param earlier whether it was there already, word for word, so that nothing new was made
    public record Made(Note note, boolean earlier) {}

    private final Parts parts;

    public QuizMaking(Parts parts) {
        this.parts = parts;
    }

    /// Of a source; of a made note it asks for what that tells of its source, as far as it can.
    /// Blocks for seconds.
    ///
    /// @throws ProblemException `NoSuchSource`; `NoText`, `NotTranscribed`; `NothingToAsk`
    /// @throws java.util.concurrent.CancellationException if cancelled
    public Made of(SourceId id, Progress progress) throws ProblemException {
        var made =
                parts.made()
                        .find(id)
                        .filter(each -> parts.sources().find(each.source()).isPresent());
        var reading = reading(made.map(MadeNote::source).orElse(id));
        var source = parts.sources().find(id).orElseThrow(() -> gone(id));
        if (made.isPresent()) {
            var told = told(made.get().summary());
            var lines = reading.only((_, sentence) -> within(sentence, told));
            return written(source.title(), List.of(lines, reading), progress);
        }
        return written(source.title(), List.of(reading), progress);
    }

    /// Of the sentences that an answer cites; where they give too little, also of those beside
    /// them, and then of all that the cited sources say.
    ///
    /// @param title such as the question
    /// @throws ProblemException `NothingToAsk`
    public Made of(String title, List<Citation> cited, Progress progress) throws ProblemException {
        Map<SourceId, List<Span>> places = new LinkedHashMap<>();
        var readings = new ArrayList<QuizMaterial>();
        for (var each : cited) {
            var document = parts.sources().document(each.source());
            var now =
                    document.flatMap(
                            text -> each.words().in(text.text(), each.place().startOffset()));
            if (now.isPresent()) {
                if (!places.containsKey(each.source())) {
                    readings.add(reading(each.source()));
                }
                places.computeIfAbsent(each.source(), _ -> new ArrayList<>()).add(now.get());
            }
        }
        if (readings.isEmpty()) {
            throw new ProblemException(new Problem.NothingToAsk());
        }
        var all = QuizMaterial.joined(readings);
        var said =
                all.only((source, sentence) ->
                        within(sentence, places.getOrDefault(source.id(), List.of())));
        var paragraphs = new HashSet<List<Object>>();
        for (int i = 0; i < said.sources().size(); i++) {
            paragraphs.add(paragraph(said.sources().get(i), said.material().sentences().get(i)));
        }
        var beside =
                all.only((source, sentence) -> paragraphs.contains(paragraph(source, sentence)));
        return written(title, List.of(said, beside, all), progress);
    }

    private static List<Object> paragraph(Source source, Material.Sentence sentence) {
        return List.of(source.id(), String.valueOf(sentence.place().paragraph()));
    }

    private static boolean within(Material.Sentence sentence, Collection<Span> places) {
        var own = sentence.place();
        return places.stream()
                .anyMatch(each -> each.start() < own.endOffset() && own.startOffset() < each.end());
    }

    private static List<Span> told(Summary summary) {
        var lines =
                Stream.of(
                                summary.overview(),
                                summary.points(),
                                summary.decisions(),
                                summary.topics().stream()
                                        .flatMap(topic -> topic.lines().stream())
                                        .toList())
                        .flatMap(List::stream);
        return lines.flatMap(QuizMaking::places)
                .map(each -> new Span(each.startOffset(), each.endOffset()))
                .toList();
    }

    private static Stream<Place> places(Line line) {
        var written = line.written();
        return written == null ? Stream.of(line.place()) : written.places().stream();
    }

    private QuizMaterial reading(SourceId id) throws ProblemException {
        var source = parts.sources().find(id).orElseThrow(() -> gone(id));
        var document = parts.sources().document(id).orElseThrow(() -> gone(id));
        if (document.text().isBlank()) {
            throw new ProblemException(
                    source.kind() == SourceKind.RECORDING
                            ? new Problem.NotTranscribed(source.path())
                            : new Problem.NoText(source.path()));
        }
        return QuizMaterial.of(source, material(id, document));
    }

    private Material material(SourceId id, Document document) {
        return parts.transcripts()
                .find(id)
                .map(words -> Material.of(document, words, null))
                .orElseGet(() -> Material.of(document, null));
    }

    private static ProblemException gone(SourceId id) {
        return new ProblemException(new Problem.NoSuchSource(id.toString()));
    }

    /// Of the first that has enough to ask.
    private Made written(String title, List<QuizMaterial> readings, Progress progress)
            throws ProblemException {
        for (var reading : readings) {
            var statements = Asking.of(reading.material(), parts.embedder().get(), progress);
            var quiz = Quiz.of(title, reading, statements);
            if (quiz.questions().size() >= Quiz.FEWEST) {
                progress.checkpoint();
                String folder = FOLDER + LocalDate.now(parts.clock()).getYear();
                var words = new QuizWords(quiz.language());
                String called = words.titled(title);
                var text = new QuizText(parts.sources(), parts.notes().links(), folder);
                return kept(quiz, called, text.markdown(quiz, called, words), folder);
            }
        }
        throw new ProblemException(new Problem.NothingToAsk());
    }

    /// The one that says the same already, else a new one. One at a time, so that two wishes for
    /// the same quiz make one.
    private synchronized Made kept(Quiz quiz, String title, String markdown, String folder)
            throws ProblemException {
        var source = quiz.questions().getFirst().source().id();
        var same =
                parts.notes().links().to(source).stream()
                        .map(link -> link.from().id())
                        .distinct()
                        .flatMap(id -> parts.notes().find(id).stream())
                        .filter(note -> note.markdown().equals(markdown))
                        .findFirst();
        return same.isPresent()
                ? new Made(same.get(), true)
                : new Made(parts.notes().create(title, markdown, folder), false);
    }
}
