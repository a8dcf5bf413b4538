package dev.pharos.engine.library;

import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.meaning.Embedders;
import dev.pharos.engine.meaning.EmbeddingChoice;
import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.meaning.Meaning;
import dev.pharos.engine.meaning.PassageEmbedder;
import dev.pharos.engine.meaning.Vectors;
import dev.pharos.engine.model.Device;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Searcher;
import dev.pharos.engine.storage.Database;
import dev.pharos.engine.storage.SqliteEmbeddingModels;
import dev.pharos.engine.storage.SqliteEmbeddingModels.Cast;
import dev.pharos.engine.storage.SqliteVectors;
import dev.pharos.engine.work.ChangeListeners;
import dev.pharos.engine.work.Subscription;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The model that a library is searched with, beside it the one that it changes to, and the step
/// from one to the other.
///
/// The step is taken by the worker that finds no passage without a new vector: one transaction
/// which sees that for itself and names the new model in the database, then one write of a field,
/// after which each new search has the new embedder and the new index. A search that began before
/// ends on the old ones, or, where these are closed under it, begins anew.
///
/// Locks: a caller's wish takes this object and then [#stepping]; a worker takes only the latter,
/// so that a wish may wait for workers to end.
final class LibraryEmbedding implements EmbeddingChoice, AutoCloseable {

    /// What it works with.
    ///
    /// @param models which are kept in the database
    private record Parts(
            Library.Access access,
            Embedders embedders,
            Passages passages,
            Vectors vectors,
            SqliteEmbeddingModels models,
            LibraryIndex index) {}

    private final Parts parts;
    private final PassageEmbedder ruler;

    /// A search that outlives a step opens its embedder again, so all are closed in the end.
    private final List<PassageEmbedder> used = new CopyOnWriteArrayList<>();

    private final ChangeListeners listeners = new ChangeListeners("pharos-embedding-changed");

    /// Guards changes of the fields below and of the models in the database.
    private final Object stepping = new Object();

    private volatile Sides sides;
    private boolean closed;

    /// Which side plays which part.
    private record Sides(
            EmbeddingSide current,
            @Nullable EmbeddingSide next,
            @Nullable EmbeddingModel previous) {
        Cast cast() {
            return new Cast(current.model(), next == null ? null : next.model(), previous);
        }

        Sides preparing(@Nullable EmbeddingSide another) {
            return new Sides(current, another, previous);
        }
    }

    /// @param cast as it is in the database, or should be
    private LibraryEmbedding(Parts parts, Cast cast) {
        this.parts = parts;
        ruler = new PassageEmbedder(parts.embedders(), parts.embedders().bundled());
        var next = cast.next();
        sides = new Sides(side(cast.current()), next == null ? null : side(next), cast.previous());
    }

    /// As the database has it; a library that has no model yet is searched with the bundled one.
    static LibraryEmbedding of(
            Path folder,
            Library.Access access,
            Embedders embedders,
            Passages passages,
            Database database) {
        var vectors = new SqliteVectors(database);
        var models = new SqliteEmbeddingModels(database);
        var cast = models.read().orElse(new Cast(embedders.bundled(), null, null));
        var next = access == Library.Access.READ ? null : cast.next();
        var indexed = next == null ? List.of(cast.current()) : List.of(cast.current(), next);
        var index = new LibraryIndex(folder, access, passages, vectors, indexed);
        return new LibraryEmbedding(
                new Parts(access, embedders, passages, vectors, models, index), cast);
    }

    LibraryIndex index() {
        return parts.index();
    }

    /// Passages that have a vector of the model that is searched with.
    int embedded() {
        return parts.vectors().count(embedder().model());
    }

    /// Begins to complete what is searched, and goes on with what is prepared.
    void start() {
        var now = sides;
        if (parts.models().read().isEmpty()) {
            parts.models().save(now.cast());
        }
        now.current().start();
        if (now.next() != null) {
            now.next().start();
        }
    }

    private EmbeddingSide side(EmbeddingModel model) {
        var embedder =
                model.equals(ruler.model()) ? ruler : new PassageEmbedder(parts.embedders(), model);
        used.add(embedder);
        return new EmbeddingSide(
                parts.passages(), parts.vectors(), embedder, parts.index(), new Play());
    }

    /// What is searched comes before what is prepared, unless it cannot be completed.
    private final class Play implements EmbeddingSide.Play {
        @Override
        public boolean turn(EmbeddingSide side) {
            var searched = sides.current();
            var state = searched.meaning().state();
            return searched == side || state.complete() || state.problem() != null;
        }

        @Override
        public boolean finished(EmbeddingSide side) throws ProblemException {
            return sides.next() != side || step(side);
        }

        @Override
        public void changed() {
            listeners.ring();
        }
    }

    /// Passages are cut by the tokens of the bundled model, whichever is searched with.
    Embedder ruler() {
        return ruler;
    }

    Vectors vectors() {
        return parts.vectors();
    }

    Embedder embedder() {
        return sides.current().embedder();
    }

    /// Of the model that is searched with.
    Meaning meaning() {
        return sides.current().meaning();
    }

    Searcher.Means means() {
        var searched = sides.current();
        return new Searcher.Means(
                parts.index().current(),
                searched.embedder(),
                searched.meaning().state().complete());
    }

    /// As [Meaning#edited].
    void edited(Collection<Long> added, Collection<Long> removed) {
        each(meaning -> meaning.edited(added, removed));
    }

    /// As [Meaning#imported].
    void imported(int added, int removed) {
        each(meaning -> meaning.imported(added, removed));
    }

    /// As [Meaning#restored].
    void restored(int restored) {
        each(meaning -> meaning.restored(restored));
    }

    private void each(Consumer<Meaning> action) {
        var now = sides;
        action.accept(now.current().meaning());
        if (now.next() != null) {
            action.accept(now.next().meaning());
        }
    }

    @Override
    public @Nullable Device device() {
        return sides.current().embedder().running();
    }

    @Override
    public Problem.@Nullable DeviceFailed notice() {
        return used.stream()
                .map(PassageEmbedder::notice)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    public State state() {
        var now = sides;
        var searched = now.current().model();
        if (now.next() == null) {
            int total = now.current().meaning().state().total();
            return new State(
                    searched,
                    null,
                    0,
                    total,
                    missing(searched),
                    now.previous(),
                    now.current().embedder().running());
        }
        var progress = now.next().meaning().state();
        return new State(
                searched,
                now.next().model(),
                progress.embedded(),
                progress.total(),
                progress.problem(),
                now.previous(),
                now.next().embedder().running());
    }

    private @Nullable Problem missing(EmbeddingModel model) {
        return parts.embedders().has(model) ? null : new Problem.EmbedderMissing(model.id());
    }

    private @Nullable EmbeddingModel find(String id) {
        return parts.embedders().available().stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    @Override
    public synchronized void change(String id) throws ProblemException {
        requireWriting();
        var now = sides;
        var current = now.current().model();
        var model = find(id);
        if (current.id().equals(id) && (model == null || current.agreesWith(model))) {
            stop();
        } else if (model == null) {
            throw new ProblemException(new Problem.EmbedderMissing(id));
        } else if (now.next() != null && now.next().model().equals(model)) {
            now.next().meaning().passagesChanged();
        } else {
            abandon();
            prepare(model);
        }
    }

    private void requireWriting() {
        if (parts.access() == Library.Access.READ) {
            throw new IllegalStateException("opened for reading");
        }
    }

    private void prepare(EmbeddingModel model) throws ProblemException {
        EmbeddingSide side;
        synchronized (stepping) {
            if (closed) {
                return;
            }
            parts.index().add(model);
            side = side(model);
            become(sides.preparing(side));
        }
        try {
            if (parts.vectors().missing(model, 0, 1).isEmpty()) {
                step(side);
            }
        } finally {
            side.start();
        }
    }

    private void become(Sides next) {
        parts.models().save(next.cast());
        sides = next;
        listeners.ring();
    }

    @Override
    public synchronized void stop() {
        requireWriting();
        abandon();
    }

    private void abandon() {
        EmbeddingSide left;
        synchronized (stepping) {
            left = sides.next();
            if (left == null) {
                return;
            }
            become(sides.preparing(null));
        }
        end(left);
    }

    private void end(EmbeddingSide side) {
        side.end();
        if (side.embedder() != ruler) {
            side.embedder().close();
        }
    }

    @Override
    public synchronized void undo() throws ProblemException {
        requireWriting();
        var back = sides.previous();
        if (back != null) {
            var gone = missing(back);
            if (gone != null) {
                throw new ProblemException(gone);
            }
            change(back.id());
        }
    }

    @Override
    public synchronized void forgetOthers() {
        requireWriting();
        abandon();
        synchronized (stepping) {
            var kept = sides.current();
            parts.models().forgetOthers(kept.model());
            sides = new Sides(kept, null, null);
            parts.index().deleteReleased();
        }
        listeners.ring();
    }

    /// Called by who has found no passage without a vector of `side`.
    ///
    /// @return false where one came meanwhile
    private boolean step(EmbeddingSide side) throws ProblemException {
        side.embedder().open();
        synchronized (stepping) {
            if (sides.next() != side || closed) {
                return true;
            }
            var old = sides.current();
            var after = new Sides(side, null, old.model());
            if (!parts.models().saveIfComplete(after.cast())) {
                return false;
            }
            sides = after;
            listeners.ring();
            end(old);
            return true;
        }
    }

    @Override
    public Subscription onChange(Runnable listener) {
        return listeners.add(listener);
    }

    /// Stops after the batches in hand.
    @Override
    public synchronized void close() {
        synchronized (stepping) {
            closed = true;
        }
        var now = sides;
        if (now.next() != null) {
            now.next().meaning().close();
        }
        now.current().meaning().close();
        used.forEach(PassageEmbedder::close);
        ruler.close();
        listeners.close();
    }
}
