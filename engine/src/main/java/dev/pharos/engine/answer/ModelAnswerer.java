package dev.pharos.engine.answer;

import dev.pharos.engine.library.Sources;
import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Hit;
import dev.pharos.engine.transcription.Transcripts;
import dev.pharos.engine.work.Progress;

import java.util.List;
import java.util.concurrent.CancellationException;

/// Has a language model write the answer from found passages, and marks what it did not prove: each
/// sentence has to name a passage that it was given, and to say what stands there ([Proofs]).
final class ModelAnswerer {
    private final Sources sources;
    private final Transcripts transcripts;
    private final Embedder embedder;
    private final LanguageModel model;

    ModelAnswerer(
            Sources sources, Transcripts transcripts, Embedder embedder, LanguageModel model) {
        this.sources = sources;
        this.transcripts = transcripts;
        this.embedder = embedder;
        this.model = model;
    }

    /// What the model said, and how much it has read.
    private record Reply(String text, List<Hit> read, int meant, boolean stopped) {}

    Answer answer(
            Question question,
            AnswerMode mode,
            List<Hit> hits,
            AnswerListener listener,
            Progress progress)
            throws ProblemException {
        var best = hits.stream().limit(Brief.passages(mode)).toList();
        var reply =
                best.isEmpty()
                        ? new Reply("", best, 0, false)
                        : ask(new Brief(question.text(), mode, best), listener, progress);
        progress.checkpoint();
        var proofs = new Proofs(new Evidence(sources, transcripts), embedder, reply.read());
        var written = new Written(reply.read(), proofs);
        if (!reply.text().contains(Brief.REFUSAL)) {
            written.read(reply.text(), mode);
        }
        return new Answer(
                question.text(),
                mode,
                written.sentences(),
                written.table(),
                proofs.citations(),
                hits,
                new Answer.Origin(
                        model.name(),
                        best.isEmpty() || model.local(),
                        question.took(),
                        reply.read().size(),
                        reply.meant()),
                reply.stopped());
    }

    /// Leaves out what is beyond the model's context by whole passages, the least relevant first:
    /// as many as the estimate says, and more where the model still finds it too much.
    private Reply ask(Brief brief, AnswerListener listener, Progress progress)
            throws ProblemException {
        var best = brief.passages();
        int used = brief.fitting(model);
        while (true) {
            var heard = new StringBuffer();
            var thoughts = new Thoughts(listener::written);
            try {
                String reply =
                        model.reply(
                                brief.messages(used),
                                piece -> {
                                    heard.append(piece);
                                    thoughts.hear(piece);
                                },
                                new Stoppable(progress, listener));
                return new Reply(
                        Thoughts.without(reply), best.subList(0, used), best.size(), false);
            } catch (CancellationException e) {
                if (progress.cancelled()) {
                    throw e;
                }
                String text = Thoughts.without(heard.toString());
                return new Reply(text, best.subList(0, used), best.size(), true);
            } catch (ProblemException e) {
                if (used == 1 || !(e.problem() instanceof Problem.ContextTooSmall)) {
                    throw e;
                }
                used--;
            }
        }
    }

    /// Ends the model's writing when the work is cancelled, and when its reader has had enough.
    private record Stoppable(Progress progress, AnswerListener listener) implements Progress {
        @Override
        public void report(long done, long total) {
            progress.report(done, total);
        }

        @Override
        public boolean cancelled() {
            return progress.cancelled() || listener.stopped();
        }

        @Override
        public void notice(Problem problem) {
            progress.notice(problem);
        }
    }
}
