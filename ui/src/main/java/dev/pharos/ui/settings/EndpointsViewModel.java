package dev.pharos.ui.settings;

import dev.pharos.engine.answer.ChatEndpoints;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.settings.ChatProfileStore;
import dev.pharos.engine.settings.ChatProfileStore.Removed;
import dev.pharos.engine.settings.ChatProfiles;
import dev.pharos.engine.settings.ChatProfiles.ChatProfile;
import dev.pharos.engine.settings.Secrets;
import dev.pharos.ui.settings.EndpointDraft.Flaw;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Job;
import dev.pharos.ui.work.Outcome;
import dev.pharos.ui.work.Work;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;

/// Which chat endpoints there are, which of them answers, and the one that is being edited. Nothing
/// is asked of an endpoint before its user says so. What comes back late never touches a form that
/// shows another endpoint meanwhile.
public final class EndpointsViewModel {

    /// What became of what was asked last.
    public sealed interface State {
        record Quiet() implements State {}

        /// The system may be asking its user to unlock the key store.
        record Saving() implements State {}

        record Saved() implements State {}

        record Asking(Job job) implements State {}

        record Listed(int count) implements State {}

        record Replied(ChatEndpoints.Trial trial) implements State {}

        record Flawed(Flaw flaw) implements State {}

        record Failed(Problem problem) implements State {}
    }

    /// @param profile as it is kept; null where its name was taken meanwhile
    /// @param key whether it has one
    private record Kept(ChatProfiles now, @Nullable ChatProfile profile, boolean key) {}

    private final ChatProfileStore store;
    private final ChatEndpoints endpoints;
    private final Secrets secrets;
    private final Background background;
    private final EndpointDraft draft = new EndpointDraft();
    private final ReadOnlyObjectWrapper<ChatProfiles> kept =
            new ReadOnlyObjectWrapper<>(ChatProfiles.NONE);
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Quiet());
    private final ReadOnlyObjectWrapper<@Nullable Removed> deleted = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Secrets.@Nullable Place> place =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper editing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper keyKept = new ReadOnlyBooleanWrapper();
    private final ObservableList<String> models = FXCollections.observableArrayList();

    /// The profile that is being edited, as it is kept; null for a new one.
    private @Nullable ChatProfile before;

    /// Counts the forms that were opened and left.
    private int form;

    public EndpointsViewModel(
            ChatProfileStore store,
            ChatEndpoints endpoints,
            Secrets secrets,
            Background background) {
        this.store = store;
        this.endpoints = endpoints;
        this.secrets = secrets;
        this.background = background;
        draft.addressProperty().subscribe((_, _) -> forgetOutcome());
    }

    private void forgetOutcome() {
        if (state.get() instanceof State.Replied || state.get() instanceof State.Listed) {
            state.set(new State.Quiet());
        }
    }

    /// All profiles, and which of them answers, as the file tells it.
    public ReadOnlyObjectProperty<ChatProfiles> keptProperty() {
        return kept.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The profile deleted last, or null.
    public ReadOnlyObjectProperty<@Nullable Removed> deletedProperty() {
        return deleted.getReadOnlyProperty();
    }

    /// Whether a profile is being edited or made.
    public ReadOnlyBooleanProperty editingProperty() {
        return editing.getReadOnlyProperty();
    }

    /// Whether a key is kept for the profile that is edited.
    public ReadOnlyBooleanProperty keyKeptProperty() {
        return keyKept.getReadOnlyProperty();
    }

    /// Where keys are kept; null until that is known.
    public ReadOnlyObjectProperty<Secrets.@Nullable Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    public EndpointDraft draft() {
        return draft;
    }

    /// What the endpoint offers, once it was asked.
    public ObservableList<String> models() {
        return models;
    }

    public boolean local(ChatProfile profile) {
        return endpoints.local(profile);
    }

    /// Whether the typed address lies beyond this machine.
    public ObservableValue<Boolean> remote() {
        return draft.addressProperty()
                .map(typed -> !typed.isBlank() && !endpoints.local(draft.profile()));
    }

    /// Whether what is sent to the typed address can be read on the way.
    public ObservableValue<Boolean> unencrypted() {
        return draft.addressProperty()
                .map(typed ->
                        typed.strip().toLowerCase(Locale.ROOT).startsWith("http:")
                                && !endpoints.local(draft.profile()));
    }

    /// Whether the profile that is edited writes the answers.
    public boolean answers() {
        return before != null && before.name().equals(kept.get().active());
    }

    /// Reads what was kept.
    public void load() {
        run(_ -> store.current(), kept::set);
    }

    /// Lets a profile answer from now on; null for the built-in answerer.
    public void activate(@Nullable String name) {
        change(
                _ -> {
                    var now = store.current();
                    return name == null || now.find(name).isPresent() ? store.use(name) : now;
                },
                now -> {
                    kept.set(now);
                    state.set(new State.Quiet());
                });
    }

    /// Lets the profile that is edited answer from now on, as it is kept.
    public void activateEdited() {
        if (before != null) {
            activate(before.name());
        }
    }

    /// Begins to edit a profile, or to make one.
    public void edit(@Nullable ChatProfile profile) {
        stop();
        int opened = ++form;
        before = profile;
        draft.show(profile);
        models.clear();
        deleted.set(null);
        keyKept.set(false);
        state.set(new State.Quiet());
        editing.set(true);
        if (profile != null) {
            run(
                    _ -> secrets.has(profile.secret()),
                    has -> {
                        if (form == opened) {
                            keyKept.set(has);
                        }
                    });
        }
        if (place.get() == null) {
            run(_ -> secrets.place(), place::set);
        }
    }

    /// Leaves the profile as it was kept last.
    public void leave() {
        stop();
        form++;
        editing.set(false);
        state.set(new State.Quiet());
    }

    /// Keeps what was typed.
    public void save() {
        save(_ -> state.set(new State.Saved()));
    }

    private void save(Consumer<ChatProfile> then) {
        if (state.get() instanceof State.Saving || state.get() instanceof State.Asking) {
            return;
        }
        var flaw = flaw();
        if (flaw != null) {
            state.set(new State.Flawed(flaw));
            return;
        }
        var typed = draft.profile();
        var old = before;
        String key = draft.keyProperty().get().strip();
        int saved = form;
        state.set(new State.Saving());
        change(_ -> keep(old, typed, key.isEmpty() ? null : key), now -> saved(saved, now, then));
    }

    private @Nullable Flaw flaw() {
        var flaw = draft.flaw();
        if (flaw != null) {
            return flaw;
        }
        String name = draft.profile().name();
        boolean own = before != null && before.name().equals(name);
        return !own && kept.get().find(name).isPresent() ? Flaw.NAME_TAKEN : null;
    }

    /// For a worker.
    private Kept keep(@Nullable ChatProfile old, ChatProfile typed, @Nullable String key)
            throws ProblemException {
        var now = store.current();
        String name = old == null ? "" : old.name();
        if (!name.equals(typed.name()) && now.find(typed.name()).isPresent()) {
            return new Kept(now, null, false);
        }
        now = store.save(old == null ? typed.name() : name, typed, key);
        if (typed.remoteAllowed() && !endpoints.local(typed)) {
            now = store.allow(typed.name(), true);
        }
        return new Kept(now, now.find(typed.name()).orElseThrow(), secrets.has(typed.secret()));
    }

    private void saved(int saved, Kept now, Consumer<ChatProfile> then) {
        kept.set(now.now());
        if (form != saved) {
            return;
        }
        var profile = now.profile();
        if (profile == null) {
            state.set(new State.Flawed(Flaw.NAME_TAKEN));
            return;
        }
        before = profile;
        draft.nameProperty().set(profile.name());
        draft.keyProperty().set("");
        keyKept.set(now.key());
        then.accept(profile);
    }

    /// Keeps what was typed and asks the endpoint for its models.
    public void list() {
        save(profile ->
                ask(
                        progress -> endpoints.models(profile, progress),
                        names -> {
                            models.setAll(names);
                            if (draft.modelProperty().get().isBlank() && !names.isEmpty()) {
                                draft.modelProperty().set(names.getFirst());
                            }
                            state.set(new State.Listed(names.size()));
                        }));
    }

    /// Keeps what was typed and asks the model for one short reply.
    public void test() {
        if (draft.flaw() == null && draft.profile().model() == null) {
            state.set(new State.Flawed(Flaw.NO_MODEL));
            return;
        }
        save(profile ->
                ask(
                        progress -> endpoints.test(profile, progress),
                        trial -> state.set(new State.Replied(trial))));
    }

    /// Stops asking.
    public void stop() {
        if (state.get() instanceof State.Asking(var job)) {
            job.cancel();
        }
    }

    /// Forgets the key of the profile that is edited.
    public void forgetKey() {
        var profile = before;
        int opened = form;
        if (profile != null) {
            change(
                    _ -> store.save(profile, ""),
                    now -> {
                        kept.set(now);
                        if (form == opened) {
                            keyKept.set(false);
                        }
                    });
        }
    }

    /// Deletes a profile and its key; [#undo] brings both back.
    public void delete(ChatProfile profile) {
        change(
                _ -> store.take(profile.name()),
                gone -> {
                    if (before != null && before.name().equals(profile.name())) {
                        leave();
                    }
                    deleted.set(gone.orElse(null));
                    load();
                });
    }

    public void undo() {
        var gone = deleted.get();
        if (gone != null) {
            deleted.set(null);
            change(_ -> store.restore(gone), kept::set);
        }
    }

    /// What fails is shown as it is now.
    private <T> void change(Work<T> work, Consumer<T> done) {
        background
                .<T>job(
                        work,
                        outcome -> {
                            finish(outcome, done);
                            if (outcome instanceof Outcome.Failed<T>) {
                                background
                                        .<ChatProfiles>job(_ -> store.read(), this::showAgain)
                                        .start();
                            }
                        })
                .start();
    }

    private void showAgain(Outcome<ChatProfiles> outcome) {
        if (outcome instanceof Outcome.Done(var now)) {
            kept.set(now);
        }
    }

    private <T> void run(Work<T> work, Consumer<T> done) {
        background.<T>job(work, outcome -> finish(outcome, done)).start();
    }

    private <T> void ask(Work<T> work, Consumer<T> done) {
        int asked = form;
        var job =
                background.<T>job(
                        work,
                        outcome -> {
                            if (form == asked) {
                                finish(outcome, done);
                            }
                        });
        state.set(new State.Asking(job));
        job.start();
    }

    private <T> void finish(Outcome<T> outcome, Consumer<T> done) {
        switch (outcome) {
            case Outcome.Done(var value) -> done.accept(Objects.requireNonNull(value));
            case Outcome.Failed(var problem) -> state.set(new State.Failed(problem));
            case Outcome.Cancelled() -> state.set(new State.Quiet());
        }
    }
}
