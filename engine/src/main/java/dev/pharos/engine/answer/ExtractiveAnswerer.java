package dev.pharos.engine.answer;

import dev.pharos.engine.answer.Evidence.Sentence;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.meaning.Fluency;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Hit;
import dev.pharos.engine.transcription.Transcripts;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Answers without a language model: of all sentences in the found passages it takes those that
/// answer best (see [Signals]), and none where even the best one does not.
final class ExtractiveAnswerer {
    private static final int MOST = 3;
    private static final double CLEARLY_WORSE = 2.8;
    private static final double ALIKE = 0.85;

    /// A sentence and what speaks for it.
    record Judged(Sentence sentence, float[] vector, Signals signals) {}

    private final Sources sources;
    private final Transcripts transcripts;
    private final Embedder embedder;

    ExtractiveAnswerer(Sources sources, Transcripts transcripts, Embedder embedder) {
        this.sources = sources;
        this.transcripts = transcripts;
        this.embedder = embedder;
    }

    Answer answer(Question question, Asked asked, List<Hit> hits) throws ProblemException {
        var mode = asked.mode();
        String words =
                mode == AnswerMode.COMPARE
                        ? Comparison.withoutAsking(question.text())
                        : question.text();
        var judged = judge(new Question(words, question.startNanos()), hits);
        var cited = new ArrayList<Citation>();
        var sentences = new ArrayList<AnswerSentence>();
        var table =
                mode == AnswerMode.COMPARE && comparable(question, judged)
                        ? Comparison.of(question, judged)
                        : new Comparison.Table(List.of(), List.of(), List.of());
        for (var each : table.cells()) {
            var cell = new AnswerSentence.Cell(each.row(), each.column());
            sentences.add(cited(each.judged(), cited, cell));
        }
        if (sentences.isEmpty()) {
            for (Judged each : chosen(asked, question, judged)) {
                sentences.add(cited(each, cited, null));
            }
        }
        var origin =
                new Answer.Origin(Answer.BUILT_IN, true, question.took(), hits.size(), hits.size());
        return new Answer(
                question.text(),
                mode,
                sentences,
                table.cells().isEmpty() ? null : new Answer.Table(table.rows(), table.columns()),
                cited,
                hits,
                origin,
                false);
    }

    private static AnswerSentence cited(
            Judged judged, List<Citation> cited, AnswerSentence.@Nullable Cell cell) {
        int marker = cited.size() + 1;
        cited.add(judged.sentence().cite(marker));
        return new AnswerSentence(plain(judged.sentence().text()), List.of(marker), null, cell);
    }

    /// Of two things that are named, what names them is enough.
    private static boolean comparable(Question question, List<Judged> judged) {
        return answers(judged) || !judged.isEmpty() && !Comparison.named(question.text()).isEmpty();
    }

    private static boolean answers(List<Judged> judged) {
        return !judged.isEmpty() && judged.getFirst().signals().supports();
    }

    /// A summary of chosen sources needs no question that they answer.
    private static List<Judged> chosen(Asked asked, Question question, List<Judged> judged) {
        return switch (asked.mode()) {
            case DIRECT, COMPARE -> chosen(judged);
            case LIST -> answers(judged) ? Picks.list(judged) : List.of();
            case EXPLAIN -> answers(judged) ? Picks.explanation(question, judged) : List.of();
            case SUMMARISE ->
                    answers(judged) || asked.among() != null ? Gist.of(judged) : List.of();
        };
    }

    /// In one line, and without marks of the page's own that would look like those of the answer.
    private static String plain(String sentence) {
        return sentence.replaceAll("(?<=[.,;:!?…\"”’»)])(?:\\[(?:(?:n|nb|note) ?)?\\d{1,4}])+", "")
                .replaceAll("\\s+", " ");
    }

    /// Every sentence of the passages with what speaks for it, best first.
    List<Judged> judge(Question question, List<Hit> hits) throws ProblemException {
        var sentences =
                new Evidence(sources, transcripts)
                        .sentences(hits).stream().filter(Sentence::states).toList();
        if (sentences.isEmpty()) {
            return List.of();
        }
        float[] meant = embedder.embedQuery(question.text());
        int tokens = embedder.countTokens(List.of(question.text()))[0];
        double fluency = Fluency.of(question.text(), tokens);
        var vectors = embedder.embed(sentences.stream().map(Sentence::text).toList());
        var overlap = new Overlap(question, sentences);
        var wants = question.wants();
        double best = Math.max(hits.getFirst().score(), 1e-9);
        var judged = new ArrayList<Judged>();
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            if (overlap.echoes(sentence)) {
                continue;
            }
            var signals =
                    new Signals(
                            Math.max(0, dot(meant, vectors.get(i))),
                            overlap.said(sentence),
                            wants != Question.Wants.ANYTHING && wants.in(sentence.text()) ? 1 : 0,
                            Math.max(0, sentence.hit().score() / best),
                            fluency);
            judged.add(new Judged(sentence, vectors.get(i), signals));
        }
        judged.sort(Comparator.comparingDouble((Judged each) -> each.signals().rank()).reversed());
        return judged;
    }

    private static List<Judged> chosen(List<Judged> judged) {
        if (judged.isEmpty() || !judged.getFirst().signals().supports()) {
            return List.of();
        }
        double enough = judged.getFirst().signals().rank() - CLEARLY_WORSE;
        var chosen = new ArrayList<Judged>();
        for (Judged each : judged) {
            boolean news =
                    chosen.stream().allMatch(other -> dot(other.vector(), each.vector()) < ALIKE);
            if (chosen.size() < MOST && each.signals().rank() >= enough && news) {
                chosen.add(each);
            }
        }
        return chosen;
    }

    static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * (double) b[i];
        }
        return sum;
    }
}
