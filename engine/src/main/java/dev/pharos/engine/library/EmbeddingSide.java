package dev.pharos.engine.library;

import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.meaning.Meaning;
import dev.pharos.engine.meaning.PassageEmbedder;
import dev.pharos.engine.meaning.Vectors;
import dev.pharos.engine.problem.ProblemException;

import java.util.List;

/// A model of a library with its embedder, and the work that completes its vectors in the database
/// and in the index.
final class EmbeddingSide implements Meaning.Owner {

    /// Which part a side plays beside the other one.
    interface Play {

        /// As [Meaning.Owner#turn].
        boolean turn(EmbeddingSide side);

        /// Every passage has its vector, and they are in the index.
        ///
        /// @return false where a passage has none after all
        boolean finished(EmbeddingSide side) throws ProblemException;

        /// As [Meaning.Owner#changed].
        void changed();
    }

    private final PassageEmbedder embedder;
    private final LibraryIndex index;
    private final Play play;
    private final Meaning meaning;

    EmbeddingSide(
            Passages passages,
            Vectors vectors,
            PassageEmbedder embedder,
            LibraryIndex index,
            Play play) {
        this.embedder = embedder;
        this.index = index;
        this.play = play;
        meaning = new Meaning(passages, vectors, embedder, this);
    }

    EmbeddingModel model() {
        return embedder.model();
    }

    PassageEmbedder embedder() {
        return embedder;
    }

    Meaning meaning() {
        return meaning;
    }

    void start() {
        meaning.start(Runtime.getRuntime().availableProcessors());
    }

    @Override
    public boolean turn() {
        return play.turn(this);
    }

    @Override
    public void embedded(List<Vectors.Embedded> saved, boolean edited) {
        index.embedded(model(), saved, edited);
    }

    @Override
    public boolean finished() throws ProblemException {
        index.commitEdited();
        return play.finished(this);
    }

    @Override
    public void changed() {
        play.changed();
    }

    /// Waits for the batches in hand; their vectors are kept.
    void end() {
        meaning.close();
        index.release(model());
    }
}
