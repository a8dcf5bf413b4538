package dev.pharos.engine.answer;

import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.search.Searcher;
import dev.pharos.engine.transcription.Transcripts;
import dev.pharos.engine.work.Progress;

import java.util.function.Consumer;
import java.util.function.Supplier;

/// Answers questions from the library, each sentence with its proof: by the language model that is
/// set, else by picking the sentences that answer best. Safe for use by several threads.
public final class Answerer {
    private static final int PASSAGES = 10;

    private final Searcher searcher;
    private final Sources sources;
    private final Transcripts transcripts;
    private final Supplier<? extends Embedder> embedder;
    private final Abilities.Chat chat;

    /// @param embedder asked anew for each question, because another one may be chosen
    public Answerer(
            Searcher searcher,
            Sources sources,
            Transcripts transcripts,
            Supplier<? extends Embedder> embedder,
            Abilities.Chat chat) {
        this.searcher = searcher;
        this.sources = sources;
        this.transcripts = transcripts;
        this.embedder = embedder;
        this.chat = chat;
    }

    /// Answers from the whole library in a few sentences; as the other one.
    ///
    /// @param onText hears the answer's text piece by piece as it is written
    public Answer answer(String question, Consumer<String> onText, Progress progress)
            throws ProblemException {
        return answer(
                new Asked(question, AnswerMode.DIRECT, null), AnswerListener.of(onText), progress);
    }

    /// Blocks until the answer is whole, or its listener has stopped it.
    ///
    /// @throws ProblemException of the search, or of the chat endpoint
    /// @throws java.util.concurrent.CancellationException if cancelled
    public Answer answer(Asked asked, AnswerListener listener, Progress progress)
            throws ProblemException {
        long start = System.nanoTime();
        var question = new Question(asked.question(), start);
        var query = Query.ofPlainText(asked.question(), Query.Mode.HYBRID, PASSAGES);
        var hits = searcher.search(query, asked.among()).hits();
        progress.checkpoint();
        var model = chat.current();
        if (model.isEmpty()) {
            var answer =
                    new ExtractiveAnswerer(sources, transcripts, embedder.get())
                            .answer(question, asked.mode(), hits);
            listener.written(answer.text());
            return answer;
        }
        try (var writer = model.get()) {
            return new ModelAnswerer(sources, transcripts, embedder.get(), writer)
                    .answer(question, asked.mode(), hits, listener, progress);
        }
    }
}
