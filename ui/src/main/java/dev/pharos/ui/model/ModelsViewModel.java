package dev.pharos.ui.model;

import dev.pharos.engine.meaning.Embedders;
import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.model.ModelShelf;
import dev.pharos.engine.model.ModelTrial;
import dev.pharos.engine.model.Shelved;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Speed;
import dev.pharos.ui.model.Card.Attempt;
import dev.pharos.ui.model.Card.Doing;
import dev.pharos.ui.model.Card.Note;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Job;
import dev.pharos.ui.work.Outcome;
import dev.pharos.ui.work.Work;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// The models on the shelf, and what may be done with each. Several may come at once, and every
/// other model can be used meanwhile.
public final class ModelsViewModel {
    private static final double MILLIS = 1000;

    private final ModelShelf shelf;
    private final ModelTrial trial;
    private final AtWork atWork;
    private final Embedders embedders;
    private final Background background;
    private final LongSupplier nanos;
    private final AddingViewModel adding;
    private final ObservableList<Card> cards = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Coming> coming = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable String> newest = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    private final Map<String, Job> jobs = new HashMap<>();
    private final Map<String, Doing> doing = new LinkedHashMap<>();
    private final Map<String, Note> notes = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    /// A download of these is thrown away, not kept.
    private final Set<String> unwanted = new HashSet<>();

    /// These are set to work as soon as they are here.
    private final Set<String> awaited = new HashSet<>();

    /// It was asked by itself whether to change to these.
    private final Set<String> asked = new HashSet<>();

    private OnShelf seen = OnShelf.NOTHING;

    /// @param speech null where nothing is transcribed
    /// @param nanos a clock, for speeds
    public ModelsViewModel(
            ModelShelf shelf,
            ModelTrial trial,
            @Nullable SpeechChoice speech,
            EmbeddingViewModel embedding,
            Embedders embedders,
            Background background,
            LongSupplier nanos) {
        this.shelf = shelf;
        this.trial = trial;
        atWork = new AtWork(speech, embedding, background);
        this.embedders = embedders;
        this.background = background;
        this.nanos = nanos;
        adding = new AddingViewModel(shelf, background, this::added);
        atWork.onChange(this::showAll);
    }

    /// Every model, in the order of the shelf.
    public ObservableList<Card> cards() {
        return cards;
    }

    /// What its owner brings just now.
    public AddingViewModel adding() {
        return adding;
    }

    /// Why the shelf cannot be read, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Null while nothing comes, and nothing failed to.
    public ReadOnlyObjectProperty<@Nullable Coming> comingProperty() {
        return coming.getReadOnlyProperty();
    }

    /// Whether a model that has come waits for its owner to agree to a change.
    public ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    /// The title of a model that a library has vectors of.
    String title(EmbeddingModel model) {
        return seen.find(EmbeddingViewModel.id(model))
                .map(each -> each.info().title())
                .orElse(model.id());
    }

    /// The id of the model that its owner brought last, or null.
    public ReadOnlyObjectProperty<@Nullable String> newestProperty() {
        return newest.getReadOnlyProperty();
    }

    public Path folder() {
        return shelf.folder();
    }

    /// Looks at the shelf.
    public void load() {
        background.<OnShelf>job(_ -> OnShelf.look(shelf, embedders), this::show).start();
    }

    private void show(Outcome<OnShelf> outcome) {
        switch (outcome) {
            case Outcome.Done(var now) -> {
                seen = now;
                problem.set(null);
                showAll();
            }
            case Outcome.Failed(var why) -> problem.set(why);
            case Outcome.Cancelled() -> {}
        }
    }

    private void showAll() {
        var now = seen.models().stream().map(this::card).toList();
        if (now.size() != cards.size()) {
            cards.setAll(now);
        }
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).equals(cards.get(i))) {
                cards.set(i, now.get(i));
            }
        }
        coming.set(Coming.of(doing.values(), notes.values()));
        asking.set(asked.stream().anyMatch(id -> notes.get(id) instanceof Note.AskChange));
    }

    private Card card(Shelved each) {
        String id = each.info().id();
        var stand = seen.stand(id, atWork.has(each), atWork.comes(each));
        return new Card(each, stand, doing.get(id), notes.get(id), open.contains(id));
    }

    /// Downloads a model, or goes on with it. The first one for speech is then also chosen.
    public void get(String id) {
        unwanted.remove(id);
        run(
                id,
                Attempt.GET,
                getting(),
                progress -> shelf.fetch(id, progress),
                here -> arrived(here, awaited.remove(id)));
    }

    /// Downloads a model and sets it to work when it is here.
    public void getAndUse(String id) {
        awaited.add(id);
        get(id);
    }

    private Function<Job.Step, Doing> getting() {
        var speed = new Speed();
        return step ->
                new Doing.Getting(
                        step.done(),
                        step.total(),
                        speed.at(nanos.getAsLong(), step.done()) * MILLIS);
    }

    private void arrived(Shelved here, boolean wanted) {
        var question = atWork.arrived(here, wanted);
        if (question != null) {
            asked.add(here.info().id());
            notes.put(here.info().id(), question);
        }
    }

    /// Stops what is being done with a model; what has come of it is kept.
    public void pause(String id) {
        var job = jobs.get(id);
        if (job != null) {
            job.cancel();
        }
    }

    /// Stops a download and throws away what has come of it.
    public void cancel(String id) {
        if (jobs.containsKey(id)) {
            unwanted.add(id);
            awaited.remove(id);
            pause(id);
        }
    }

    /// Sets a model to work; asks before the whole library is embedded anew.
    public void use(String id) {
        var question = atWork.use(find(id));
        if (question != null) {
            say(id, question);
        }
    }

    /// Tries a model for real.
    public void test(String id) {
        run(
                id,
                Attempt.TEST,
                _ -> new Doing.Testing(),
                progress -> trial.run(id, progress),
                outcome -> say(id, new Note.Tested(outcome)));
    }

    /// Reads every byte of a model again.
    public void check(String id) {
        boolean first = find(id).unknown();
        run(
                id,
                Attempt.CHECK,
                step -> new Doing.Checking(step.done(), step.total()),
                progress -> shelf.verify(id, progress),
                _ -> say(id, new Note.Checked(first)));
    }

    /// Asks whether to delete a model, or says that it works.
    public void askDelete(String id) {
        var model = find(id);
        say(
                id,
                atWork.comes(model)
                        ? failed(new Problem.ModelComing(model.info().title()))
                        : atWork.has(model)
                                ? failed(new Problem.ModelInUse(model.info().title()))
                                : new Note.AskDelete());
    }

    private static Note failed(Problem why) {
        return new Note.Failed(why, Attempt.DELETE);
    }

    /// Yes to what was asked about a model.
    public void agree(String id) {
        switch (notes.remove(id)) {
            case Note.AskDelete() -> {
                boolean part = find(id).state() instanceof Shelved.State.Partial;
                delete(id, part ? shelf::discard : shelf::remove);
            }
            case Note.AskChange _ -> atWork.change(id);
            case null, default -> {}
        }
        showAll();
    }

    @FunctionalInterface
    private interface Removal {
        void of(String id) throws ProblemException;
    }

    private void delete(String id, Removal removal) {
        run(
                id,
                Attempt.DELETE,
                _ -> new Doing.Deleting(),
                _ -> {
                    removal.of(id);
                    return id;
                },
                _ -> {});
    }

    /// Takes away what is said about a model.
    public void dismiss(String id) {
        notes.remove(id);
        showAll();
    }

    /// Does again what failed.
    public void retry(String id) {
        if (notes.get(id) instanceof Note.Failed(_, var attempt)) {
            switch (attempt) {
                case GET -> get(id);
                case TEST -> test(id);
                case CHECK -> check(id);
                case DELETE -> askDelete(id);
            }
        }
    }

    /// Shows or hides the details of a model.
    public void toggle(String id) {
        if (!open.remove(id)) {
            open.add(id);
        }
        showAll();
    }

    /// Shows a model that its owner brought.
    private void added(Shelved here) {
        notes.put(here.info().id(), new Note.Added());
        newest.set(here.info().id());
        arrived(here, false);
        load();
    }

    private Shelved find(String id) {
        return seen.find(id).orElseThrow(() -> new IllegalArgumentException(id));
    }

    private void say(String id, Note note) {
        notes.put(id, note);
        showAll();
    }

    private <T> void run(
            String id,
            Attempt attempt,
            Function<Job.Step, Doing> shown,
            Work<T> work,
            Consumer<T> done) {
        if (jobs.containsKey(id)) {
            return;
        }
        notes.remove(id);
        var job = background.<T>job(work, outcome -> finish(id, attempt, outcome, done));
        jobs.put(id, job);
        job.stepProperty()
                .subscribe(step -> {
                    if (jobs.get(id) == job) {
                        doing.put(id, shown.apply(step));
                        showAll();
                    }
                });
        job.start();
    }

    private <T> void finish(String id, Attempt attempt, Outcome<T> outcome, Consumer<T> done) {
        jobs.remove(id);
        doing.remove(id);
        boolean thrown = unwanted.remove(id);
        switch (outcome) {
            case Outcome.Done(var value) -> done.accept(value);
            case Outcome.Failed(var why) -> notes.put(id, new Note.Failed(why, attempt));
            case Outcome.Cancelled() -> {
                if (thrown) {
                    delete(id, shelf::discard);
                }
            }
        }
        load();
    }
}
