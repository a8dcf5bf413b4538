package dev.pharos.ui.making;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.making.Made;
import dev.pharos.engine.making.MadeNote;
import dev.pharos.engine.making.MakingStep;
import dev.pharos.engine.note.Note;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.TranscriptionOptions;
import dev.pharos.engine.work.Job;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.making.Wishes.Wish;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Kept;
import dev.pharos.ui.work.Outcome;
import dev.pharos.ui.work.Work;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The notes that are being made, one after the other in the order in which they were asked for; a
/// recording without words is transcribed first, and does not hold up the others. What is asked for
/// is kept, and goes on when the library is opened again. For the JavaFX thread.
public final class MakingViewModel {

    /// How it stands with one of them.
    public sealed interface Stand {
        /// Others come first.
        record Waiting() implements Stand {}

        /// Its recording becomes words.
        ///
        /// @param job as it is now; null while it is being asked for
        record Transcribing(@Nullable Job job) implements Stand {}

        record Working(MakingStep step, dev.pharos.ui.work.Job job) implements Stand {}

        record Failed(Problem problem) implements Stand {}
    }

    /// A note, or some of one source, to be made.
    public record Item(Wish wish, Stand stand) {}

    /// What became of one.
    ///
    /// @param earlier the note before it was made again; null where it is new
    /// @param notices what did not go as wished on the way
    public record Result(Made made, @Nullable Earlier earlier, List<Problem> notices) {
        public Result {
            notices = List.copyOf(notices);
        }
    }

    /// A made note as it was.
    public record Earlier(MadeNote made, Note note) {}

    /// What it works with.
    ///
    /// @param jobs of the library, kept up to date
    /// @param options of transcriptions
    public record Parts(
            Library library, ObservableList<Job> jobs, Work<TranscriptionOptions> options) {}

    private final Parts parts;
    private final Background background;
    private final Kept<Wishes> wishes;
    private final ObservableList<Item> items = FXCollections.observableArrayList();
    private final ObservableList<Item> readOnly = FXCollections.unmodifiableObservableList(items);
    private final List<Consumer<List<Result>>> heard = new ArrayList<>();

    /// Transcriptions that nobody wanted before a note was.
    private final Set<Long> begunHere = new HashSet<>();

    private boolean begun;
    private boolean closed;

    public MakingViewModel(Parts parts, Background background) {
        this.parts = parts;
        this.background = background;
        wishes = Wishes.kept(parts.library().folder(), background);
    }

    /// Goes on with what was asked for before.
    public void begin() {
        wishes.valueProperty().subscribe(this::recall);
        wishes.loadHere();
        parts.jobs().subscribe(this::look);
    }

    /// Stops what is being done, which goes on where the library is shown next.
    public void close() {
        closed = true;
        for (var item : items) {
            if (item.stand() instanceof Stand.Working(_, var job)) {
                job.cancel();
            }
        }
    }

    private void recall(Wishes kept) {
        if (!begun && !kept.wishes().isEmpty()) {
            begun = true;
            kept.wishes().forEach(this::add);
            next();
        }
    }

    /// Those that are not made yet, in the order in which they will be.
    public ObservableList<Item> items() {
        return readOnly;
    }

    /// @param made hears of every source whose notes were made, or made again
    public void onMade(Consumer<List<Result>> made) {
        heard.add(made);
    }

    ReadOnlyObjectProperty<Wishes> wishesProperty() {
        return wishes.valueProperty();
    }

    /// What is recorded from now on is a voice memo, or it is none.
    void memo(boolean now) {
        wishes.change(kept -> kept.withMemo(now));
    }

    /// Makes notes of a source, unless they are being made already.
    ///
    /// @param id of a source, or of a made note, which is made again
    public void make(SourceId id, String title, MakingSettings settings) {
        begun = true;
        find(id).filter(item -> item.stand() instanceof Stand.Failed).ifPresent(items::remove);
        if (find(id).isEmpty()) {
            add(new Wish(id.toString(), title, settings));
            keep();
            next();
        }
    }

    private void add(Wish wish) {
        items.add(new Item(wish, new Stand.Waiting()));
    }

    /// What failed is told once, and not tried again by itself.
    private void keep() {
        var open =
                items.stream()
                        .filter(item -> !(item.stand() instanceof Stand.Failed))
                        .map(Item::wish)
                        .toList();
        wishes.change(kept -> kept.with(open));
    }

    private Optional<Item> find(SourceId id) {
        return items.stream().filter(item -> item.wish().source().equals(id)).findFirst();
    }

    private Optional<Item> now(Wish wish) {
        return items.stream().filter(item -> item.wish().equals(wish)).findFirst();
    }

    /// Makes none of it, or puts away what failed.
    public void cancel(Wish wish) {
        now(wish)
                .ifPresent(item -> {
                    items.remove(item);
                    keep();
                    switch (item.stand()) {
                        case Stand.Working(_, var job) -> job.cancel();
                        case Stand.Transcribing(var job) -> {
                            if (job != null && begunHere.remove(job.id())) {
                                stopTranscribing(job);
                            }
                        }
                        case Stand.Waiting(), Stand.Failed(_) -> {}
                    }
                    next();
                });
    }

    /// Tries once more what failed.
    public void retry(Wish wish) {
        stand(wish, new Stand.Waiting());
        keep();
        next();
    }

    private void stand(Wish wish, Stand stand) {
        now(wish).ifPresent(item -> items.set(items.indexOf(item), new Item(wish, stand)));
    }

    private void next() {
        if (!closed && items.stream().noneMatch(item -> item.stand() instanceof Stand.Working)) {
            items.stream()
                    .filter(item -> item.stand() instanceof Stand.Waiting)
                    .findFirst()
                    .ifPresent(item -> begin(item.wish()));
        }
    }

    private void begin(Wish wish) {
        var job =
                background.<List<Result>>job(
                        progress -> made(wish, progress), outcome -> ended(wish, outcome));
        stand(wish, new Stand.Working(MakingStep.CONTENT_ANALYSIS, job));
        job.start();
    }

    private List<Result> made(Wish wish, Progress progress) throws ProblemException {
        var making = parts.library().making();
        var earlier = earlier(wish.source());
        var noticing = new Noticing(progress);
        var all =
                making.make(
                        wish.source(),
                        wish.settings().wanted(),
                        step -> background.show(() -> step(wish, step)),
                        noticing);
        return all.stream()
                .map(made -> new Result(made, earlier.get(made.note().id()), noticing.heard()))
                .toList();
    }

    private Map<SourceId, Earlier> earlier(SourceId asked) {
        var made = parts.library().making().made();
        var source = made.find(asked).map(MadeNote::source).orElse(asked);
        var all = new HashMap<SourceId, Earlier>();
        for (var each : made.from(source)) {
            parts.library()
                    .notes()
                    .find(each.note())
                    .ifPresent(note -> all.put(each.note(), new Earlier(each, note)));
        }
        return all;
    }

    private void step(Wish wish, MakingStep step) {
        now(wish)
                .ifPresent(item -> {
                    if (item.stand() instanceof Stand.Working(_, var job)) {
                        stand(wish, new Stand.Working(step, job));
                    }
                });
    }

    private void ended(Wish wish, Outcome<List<Result>> outcome) {
        if (closed) {
            return;
        }
        switch (outcome) {
            case Outcome.Done(var results) -> {
                now(wish).ifPresent(items::remove);
                keep();
                heard.forEach(each -> each.accept(results));
            }
            case Outcome.Failed(Problem.NotTranscribed _) -> transcribe(wish, true);
            case Outcome.Failed(Problem.StillTranscribing _) -> transcribe(wish, false);
            case Outcome.Failed(var why) -> fail(wish, why);
            case Outcome.Cancelled() -> {} // by its user, or as the window closes: then it is kept
        }
        next();
    }

    private void fail(Wish wish, Problem why) {
        stand(wish, new Stand.Failed(why));
        keep();
    }

    /// @param anew nobody has wanted that yet
    private void transcribe(Wish wish, boolean anew) {
        stand(wish, new Stand.Transcribing(null));
        background
                .<Job>job(
                        progress ->
                                parts.library()
                                        .recordings()
                                        .transcribe(spoken(wish), parts.options().run(progress)),
                        outcome -> {
                            switch (outcome) {
                                case Outcome.Done(var job) -> transcribing(wish, job, anew);
                                case Outcome.Failed(var why) -> fail(wish, why);
                                case Outcome.Cancelled() -> {}
                            }
                        })
                .start();
    }

    /// Whoever has cancelled the note meanwhile wants no words either.
    private void transcribing(Wish wish, Job job, boolean anew) {
        if (now(wish).isPresent()) {
            if (anew) {
                begunHere.add(job.id());
            }
            stand(wish, new Stand.Transcribing(job));
            look();
        } else if (anew) {
            stopTranscribing(job);
        }
    }

    private void stopTranscribing(Job job) {
        background
                .<Boolean>job(
                        _ -> {
                            parts.library().jobs().cancel(job.id());
                            return true;
                        },
                        _ -> {})
                .start();
    }

    private SourceId spoken(Wish wish) {
        var id = wish.source();
        return parts.library().making().made().find(id).map(MadeNote::source).orElse(id);
    }

    /// The jobs have changed: what has its words now can be made.
    private void look() {
        for (var item : List.copyOf(items)) {
            if (item.stand() instanceof Stand.Transcribing(var before) && before != null) {
                parts.jobs().stream()
                        .filter(job -> job.id() == before.id())
                        .findFirst()
                        .ifPresent(job -> follow(item.wish(), job));
            }
        }
        next();
    }

    private void follow(Wish wish, Job job) {
        var why = job.problem();
        switch (job.state()) {
            case DONE -> stand(wish, new Stand.Waiting());
            case FAILED -> fail(wish, why == null ? new Problem.NoSuchSource(wish.id()) : why);
            case CANCELLED -> cancel(wish);
            case WAITING, RUNNING, PAUSED -> stand(wish, new Stand.Transcribing(job));
        }
    }

    /// Hears what the work tells beside how far it is.
    private static final class Noticing implements Progress {
        private final Progress progress;
        private final List<Problem> heard = new CopyOnWriteArrayList<>();

        Noticing(Progress progress) {
            this.progress = progress;
        }

        List<Problem> heard() {
            return heard.stream().distinct().toList();
        }

        @Override
        public void report(long done, long total) {
            progress.report(done, total);
        }

        @Override
        public boolean cancelled() {
            return progress.cancelled();
        }

        @Override
        public void notice(Problem problem) {
            heard.add(problem);
        }
    }
}
