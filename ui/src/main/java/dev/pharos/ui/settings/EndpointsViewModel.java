package dev.pharos.ui.settings;

import dev.pharos.engine.answer.ChatEndpoints;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.settings.ChatProfileStore;
import dev.pharos.engine.settings.ChatProfiles;
import dev.pharos.engine.settings.ChatProfiles.ChatProfile;
import dev.pharos.engine.settings.Secrets;
import dev.pharos.engine.settings.SettingsFile;
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

import java.util.ArrayList;
import java.util.Objects;
import java.util.function.Consumer;

/// Which chat endpoints there are, which of them answers, and the one that is being edited. Nothing
/// is asked of an endpoint before its user says so.
public final class EndpointsViewModel {

    /// What became of what was asked last.
    public sealed interface State {
        record Quiet() implements State {}

        record Saved() implements State {}

        record Asking(Job job) implements State {}

        record Listed(int count) implements State {}

        record Replied(ChatEndpoints.Trial trial) implements State {}

        record Flawed(Flaw flaw) implements State {}

        record Failed(Problem problem) implements State {}
    }

    /// A profile that was deleted and can come back, with its key.
    public record Deleted(ChatProfile profile, @Nullable String key, boolean active) {}

    private final SettingsFile file;
    private final ChatEndpoints endpoints;
    private final Secrets secrets;
    private final Background background;
    private final EndpointDraft draft = new EndpointDraft();
    private final ReadOnlyObjectWrapper<ChatProfiles> kept =
            new ReadOnlyObjectWrapper<>(ChatProfiles.NONE);
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Quiet());
    private final ReadOnlyObjectWrapper<@Nullable Deleted> deleted = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper editing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper keyKept = new ReadOnlyBooleanWrapper();
    private final ObservableList<String> models = FXCollections.observableArrayList();

    /// The profile that is being edited, as it was; null for a new one.
    private @Nullable ChatProfile before;

    public EndpointsViewModel(
            SettingsFile file, ChatEndpoints endpoints, Secrets secrets, Background background) {
        this.file = file;
        this.endpoints = endpoints;
        this.secrets = secrets;
        this.background = background;
    }

    /// All profiles, and which of them answers, as the file tells it.
    public ReadOnlyObjectProperty<ChatProfiles> keptProperty() {
        return kept.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The profile deleted last, or null.
    public ReadOnlyObjectProperty<@Nullable Deleted> deletedProperty() {
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

    public EndpointDraft draft() {
        return draft;
    }

    /// What the endpoint offers, once it was asked.
    public ObservableList<String> models() {
        return models;
    }

    /// Where keys are kept.
    public Secrets.Place place() {
        return secrets.place();
    }

    public boolean local(ChatProfile profile) {
        return endpoints.local(profile);
    }

    /// Whether the typed address lies beyond this machine.
    public ObservableValue<Boolean> remote() {
        return draft.addressProperty()
                .map(typed -> !typed.isBlank() && !endpoints.local(draft.profile()));
    }

    /// Reads what was kept.
    public void load() {
        run(_ -> read(), kept::set);
    }

    private ChatProfiles read() throws ProblemException {
        return new ChatProfileStore(file, secrets).current();
    }

    /// Lets a profile answer from now on; null for the built-in answerer.
    public void activate(@Nullable String name) {
        run(
                _ -> write(new ChatProfiles(read().profiles(), name)),
                now -> {
                    kept.set(now);
                    state.set(new State.Quiet());
                });
    }

    private ChatProfiles write(ChatProfiles profiles) throws ProblemException {
        file.write(ChatProfiles.FEATURE, profiles);
        return profiles;
    }

    /// Begins to edit a profile, or to make one.
    public void edit(@Nullable ChatProfile profile) {
        before = profile;
        draft.show(profile);
        models.clear();
        deleted.set(null);
        keyKept.set(false);
        state.set(new State.Quiet());
        editing.set(true);
        if (profile != null) {
            run(_ -> secrets.find(profile.secret()).isPresent(), keyKept::set);
        }
    }

    /// Leaves the profile as it was kept last.
    public void leave() {
        stop();
        editing.set(false);
        state.set(new State.Quiet());
    }

    /// Keeps what was typed.
    public void save() {
        save(_ -> state.set(new State.Saved()));
    }

    private void save(Consumer<ChatProfile> then) {
        var flaw = flaw();
        if (flaw != null) {
            state.set(new State.Flawed(flaw));
            return;
        }
        var typed = draft.profile();
        var old = before;
        String key = draft.keyProperty().get().strip();
        run(
                _ -> {
                    moveKey(old, typed, key);
                    return write(with(read(), old, typed));
                },
                now -> {
                    before = typed;
                    draft.nameProperty().set(typed.name());
                    draft.keyProperty().set("");
                    boolean moved = old != null && !old.baseUrl().equals(typed.baseUrl());
                    keyKept.set(keyKept.get() && !moved || !key.isEmpty());
                    kept.set(now);
                    then.accept(typed);
                });
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

    /// A key goes with its profile's name, and never to another address than it was given for.
    private void moveKey(@Nullable ChatProfile old, ChatProfile typed, String key)
            throws ProblemException {
        var left = old == null || old.name().equals(typed.name()) ? null : old.secret();
        if (!key.isEmpty()) {
            secrets.keep(typed.secret(), key);
        } else if (old != null && !old.baseUrl().equals(typed.baseUrl())) {
            secrets.forget(typed.secret());
        } else if (left != null) {
            var now = secrets.find(left);
            if (now.isPresent()) {
                secrets.keep(typed.secret(), now.get());
            }
        }
        if (left != null) {
            secrets.forget(left);
        }
    }

    private static ChatProfiles with(
            ChatProfiles now, @Nullable ChatProfile old, ChatProfile typed) {
        var all = new ArrayList<>(now.profiles());
        int at = -1;
        for (int i = 0; i < all.size(); i++) {
            if (old != null && all.get(i).name().equals(old.name())) {
                at = i;
            }
        }
        if (at < 0) {
            all.add(typed);
        } else {
            all.set(at, typed);
        }
        boolean answers = old != null && old.name().equals(now.active());
        return new ChatProfiles(all, answers ? typed.name() : now.active());
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
        if (profile != null) {
            run(
                    _ -> {
                        secrets.forget(profile.secret());
                        return true;
                    },
                    _ -> keyKept.set(false));
        }
    }

    /// Deletes a profile and its key; [#undo] brings both back.
    public void delete(ChatProfile profile) {
        run(
                _ -> {
                    var now = read();
                    var key = secrets.find(profile.secret()).orElse(null);
                    boolean active = profile.name().equals(now.active());
                    var rest =
                            now.profiles().stream()
                                    .filter(each -> !each.name().equals(profile.name()))
                                    .toList();
                    write(new ChatProfiles(rest, active ? null : now.active()));
                    secrets.forget(profile.secret());
                    return new Deleted(profile, key, active);
                },
                gone -> {
                    editing.set(false);
                    deleted.set(gone);
                    load();
                });
    }

    public void undo() {
        var gone = deleted.get();
        if (gone == null) {
            return;
        }
        run(
                _ -> {
                    if (gone.key() != null) {
                        secrets.keep(gone.profile().secret(), gone.key());
                    }
                    var now = with(read(), null, gone.profile());
                    return write(
                            gone.active()
                                    ? new ChatProfiles(now.profiles(), gone.profile().name())
                                    : now);
                },
                now -> {
                    deleted.set(null);
                    kept.set(now);
                });
    }

    private <T> void run(Work<T> work, Consumer<T> done) {
        background.<T>job(work, outcome -> finish(outcome, done)).start();
    }

    private <T> void ask(Work<T> work, Consumer<T> done) {
        var job = background.<T>job(work, outcome -> finish(outcome, done));
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
