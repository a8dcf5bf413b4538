package dev.pharos.engine.conversation;

import dev.pharos.engine.answer.Answer;
import dev.pharos.engine.answer.AnswerListener;
import dev.pharos.engine.answer.AnswerMode;
import dev.pharos.engine.answer.Answerer;
import dev.pharos.engine.answer.Asked;
import dev.pharos.engine.collection.Collections;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/// Answers questions that follow each other: completes what a question leaves out, looks for the
/// answer in the scope that is asked, and keeps the turn. Safe for use by several threads.
public final class Interlocutor {
    private static final int TITLE = 80;

    private final Conversations conversations;
    private final Answerer answerer;
    private final Rewriter rewriter;
    private final Sources sources;
    private final Collections collections;
    private final Clock clock;

    public Interlocutor(
            Conversations conversations,
            Answerer answerer,
            Rewriter rewriter,
            Sources sources,
            Collections collections,
            Clock clock) {
        this.conversations = conversations;
        this.answerer = answerer;
        this.rewriter = rewriter;
        this.sources = sources;
        this.collections = collections;
        this.clock = clock;
    }

    /// Answers the next question of a conversation, or the first of a new one. Blocks until the
    /// answer is whole or its reader has stopped it; then the turn is saved, if it shall be kept.
    ///
    /// @return with the passages that the answer was looked for in
    /// @throws ProblemException `NoSuchCollection` and `UnreadableQuery` of the scope; those of the
    ///   search and of the chat endpoint
    /// @throws java.util.concurrent.CancellationException if cancelled; then nothing is kept
    public Turn ask(Inquiry inquiry, AnswerListener listener, Progress progress)
            throws ProblemException {
        var known =
                inquiry.conversation() == null
                        ? null
                        : conversations.find(inquiry.conversation()).orElse(null);
        var before = known == null ? List.<Turn>of() : conversations.turns(known.id());
        var start = clock.instant();
        var of =
                known == null
                        ? new Conversation(
                                Conversation.Id.random(), title(inquiry.question()), start, start)
                        : known;
        var rewrite = rewrite(inquiry.question(), before, inquiry.asWritten(), listener, progress);
        var answered =
                answered(
                        rewrite == null ? inquiry.question() : rewrite.question(),
                        inquiry.mode(),
                        inquiry.scope(),
                        listener,
                        progress);
        var turn =
                new Turn(
                        UUID.randomUUID(),
                        of.id(),
                        before.isEmpty() ? 0 : before.getLast().position() + 1,
                        inquiry.question(),
                        rewrite,
                        inquiry.mode(),
                        inquiry.scope(),
                        start,
                        List.of(answered));
        if (inquiry.keep()) {
            progress.checkpoint();
            // It may have got another name while the answer was written.
            var now = conversations.find(of.id()).orElse(of);
            conversations.save(now.changed(answered.when()), turn);
        }
        return turn;
    }

    /// Answers a question of a kept conversation once more, perhaps in another mode or scope; the
    /// earlier answers stay in the turn. As [#ask] otherwise.
    ///
    /// @param asWritten whether it is looked for word by word now
    public Turn again(
            Turn turn,
            AnswerMode mode,
            Scope scope,
            boolean asWritten,
            AnswerListener listener,
            Progress progress)
            throws ProblemException {
        var before =
                conversations.turns(turn.conversation()).stream()
                        .filter(each -> each.position() < turn.position())
                        .toList();
        var rewrite = rewrite(turn.question(), before, asWritten, listener, progress);
        var answered =
                answered(
                        rewrite == null ? turn.question() : rewrite.question(),
                        mode,
                        scope,
                        listener,
                        progress);
        progress.checkpoint();
        var conversation = conversations.find(turn.conversation());
        var newest =
                conversations.turns(turn.conversation()).stream()
                        .filter(each -> each.id().equals(turn.id()))
                        .findFirst()
                        .orElse(turn)
                        .again(rewrite, mode, scope, answered);
        conversation.ifPresent(
                kept -> conversations.answered(kept.changed(answered.when()), newest));
        return newest;
    }

    private @Nullable Rewrite rewrite(
            String question,
            List<Turn> before,
            boolean asWritten,
            AnswerListener listener,
            Progress progress)
            throws ProblemException {
        if (asWritten || before.isEmpty()) {
            return null;
        }
        var rewrite = rewriter.rewrite(question, before, progress).orElse(null);
        if (rewrite != null) {
            listener.rewritten(rewrite.question());
        }
        return rewrite;
    }

    private Turn.Answered answered(
            String question,
            AnswerMode mode,
            Scope scope,
            AnswerListener listener,
            Progress progress)
            throws ProblemException {
        var asked = new Asked(question, mode, scope.among(sources, collections));
        Answer answer = answerer.answer(asked, listener, progress);
        return new Turn.Answered(answer, clock.instant());
    }

    private static String title(String question) {
        String line = question.replaceAll("\\s+", " ");
        if (line.length() <= TITLE) {
            return line;
        }
        int end = line.lastIndexOf(' ', TITLE);
        int cut = end > 0 ? end : line.offsetByCodePoints(0, line.codePointCount(0, TITLE));
        return line.substring(0, cut) + "…";
    }
}
