package dev.pharos.ui.model;

import dev.pharos.engine.meaning.EmbeddingChoice;
import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.work.Job.State;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.job.LongWork;
import dev.pharos.ui.job.LongWork.Deed;
import dev.pharos.ui.job.LongWork.Kind;
import dev.pharos.ui.job.LongWork.Stand;
import dev.pharos.ui.job.LongWorkViewModel;
import dev.pharos.ui.job.WorkList;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;

/// The change to another embedder among the long work. For the JavaFX thread.
public final class ChangeWork {
    private static final String ID = "change:";

    private final EmbeddingViewModel embedding;
    private final ModelsViewModel models;
    private final Runnable show;
    private final Clock clock;
    private final Texts texts;
    private final ProblemText problems;
    private final WorkList list;
    private @Nullable EmbeddingModel next;

    /// @param show leads to the models
    /// @param clock tells when it ended
    public ChangeWork(
            Parts parts,
            LongWorkViewModel all,
            Runnable show,
            Clock clock,
            Texts texts,
            ProblemText problems) {
        this.embedding = parts.embedding();
        this.models = parts.models();
        this.show = show;
        this.clock = clock;
        this.texts = texts;
        this.problems = problems;
        list = all.list(this::act);
        embedding.stateProperty().subscribe(this::show);
    }

    /// What knows of embedders.
    public record Parts(EmbeddingViewModel embedding, ModelsViewModel models) {}

    private void show(EmbeddingChoice.@Nullable State state) {
        var before = next;
        next = state == null ? null : state.next();
        if (before != null && !before.equals(next)) {
            boolean taken = state != null && before.equals(state.current());
            put(
                    before,
                    taken
                            ? Stand.done(texts.text("job.done"), clock.instant())
                            : Stand.cancelled(texts.text("job.cancelled"), clock.instant()),
                    EnumSet.of(Deed.REMOVE, Deed.OPEN));
        }
        if (state != null && next != null) {
            put(next, stand(state), deeds(state));
        }
    }

    private Stand stand(EmbeddingChoice.State state) {
        String passages = texts.text("work.passages", state.embedded(), state.total());
        double fraction = state.total() == 0 ? -1 : (double) state.embedded() / state.total();
        String trouble = state.problem() == null ? null : problems.of(state.problem());
        return new Stand(
                trouble == null ? State.RUNNING : State.PAUSED,
                texts.text(trouble == null ? "work.learning" : "job.paused"),
                passages,
                fraction,
                embedding.leftProperty().get(),
                trouble,
                null);
    }

    private static Set<Deed> deeds(EmbeddingChoice.State state) {
        return state.problem() == null
                ? EnumSet.of(Deed.CANCEL, Deed.OPEN)
                : EnumSet.of(Deed.RETRY, Deed.CANCEL, Deed.OPEN);
    }

    private void put(EmbeddingModel model, Stand stand, Set<Deed> deeds) {
        String title = texts.text("work.change", models.title(model));
        list.put(new LongWork(ID + model.id(), Kind.CHANGE, title, stand, deeds));
    }

    private void act(LongWork work, Deed deed) {
        switch (deed) {
            case RETRY -> embedding.goOn();
            case CANCEL -> embedding.stop();
            case REMOVE -> list.remove(work.id());
            case OPEN -> show.run();
            case CHOOSE_MODEL, PAUSE, RESUME, OPEN_FOLDER, EARLIER, LATER -> {}
        }
    }
}
