package dev.pharos.engine.answer;

import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Hit;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.search.Searcher;
import dev.pharos.engine.transcription.Transcripts;
import dev.pharos.engine.work.Progress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Answers questions from the library, each sentence with its proof: by the language model that is
/// set, else by picking the sentences that answer best. Safe for use by several threads.
public final class Answerer {
    /// The property of a note that was made of answers, and its value: it is found by every search,
    /// and proves no other answer.
    public static final String ANSWERED = "pharos";

    public static final String ANSWERS = "conversation";

    /// The same for a note that was made of a source: the source proves what it says.
    public static final String MADE = "made";

    private static final Set<String> UNPROVING = Set.of(ANSWERS, MADE);

    static final int PASSAGES = 10;

    /// What a summary is made from.
    private static final int MANY = 24;

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
        var hits = hits(asked);
        progress.checkpoint();
        var model = chat.current();
        if (model.isEmpty()) {
            var answer =
                    new ExtractiveAnswerer(sources, transcripts, embedder.get())
                            .answer(question, asked, hits);
            listener.written(answer.text());
            return answer;
        }
        try (var writer = model.get()) {
            return new ModelAnswerer(sources, transcripts, embedder.get(), writer)
                    .answer(question, asked.mode(), hits, listener, progress);
        }
    }

    /// Best first. Of two things that are compared each is looked for by itself too, and they take
    /// turns.
    private List<Hit> hits(Asked asked) throws ProblemException {
        var found = new ArrayList<>(List.of(hits(asked, asked.question())));
        if (asked.mode() == AnswerMode.COMPARE) {
            for (String thing : Comparison.named(asked.question())) {
                found.add(hits(asked, thing));
            }
        }
        if (found.size() == 1) {
            return found.getFirst();
        }
        Map<Long, Hit> inTurn = new LinkedHashMap<>();
        for (int i = 0; i < PASSAGES; i++) {
            for (List<Hit> hits : found) {
                if (i < hits.size()) {
                    double best = Math.max(hits.getFirst().score(), 1e-9);
                    int rank = inTurn.size() + 1;
                    inTurn.putIfAbsent(hits.get(i).passage().id(), ranked(hits.get(i), rank, best));
                }
            }
        }
        return List.copyOf(inTurn.values());
    }

    /// The same hit at another place, with its share of the best score, which can be compared with
    /// those of other searches.
    private static Hit ranked(Hit hit, int rank, double best) {
        return new Hit(
                rank,
                hit.score() / best,
                hit.shares(),
                hit.source(),
                hit.passage(),
                hit.highlights(),
                hit.place());
    }

    private List<Hit> hits(Asked asked, String words) throws ProblemException {
        int limit = asked.mode() == AnswerMode.SUMMARISE ? MANY : PASSAGES;
        for (int fetch = limit; ; fetch += limit) {
            var query = Query.ofPlainText(words, Query.Mode.HYBRID, fetch);
            var found = searcher.search(query, asked.among()).hits();
            var evidence = found.stream().filter(this::proves).limit(limit).toList();
            if (evidence.size() == limit || found.size() < fetch) {
                return evidence;
            }
        }
    }

    /// What was answered or made proves nothing.
    private boolean proves(Hit hit) {
        return hit.source().kind() != SourceKind.NOTE
                || sources.property(hit.source().id(), ANSWERED)
                        .filter(UNPROVING::contains)
                        .isEmpty();
    }
}
