package dev.pharos.ui.research;

import dev.pharos.engine.answer.EndpointAddress;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.research.SearchService;
import dev.pharos.engine.research.SearchService.Kind;
import dev.pharos.engine.research.SearchServiceStore;
import dev.pharos.engine.research.Web;
import dev.pharos.engine.settings.Secrets;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Optional;

/// The choice of a search service: nothing counts before it is saved, and nothing is sent before it
/// is tested or a note is made with research. For the JavaFX thread.
public final class ResearchViewModel {
    private static final String ANY_LANGUAGE = "und";

    /// How it stands.
    public sealed interface State {
        record Quiet() implements State {}

        record Working() implements State {}

        record Saved() implements State {}

        /// The service has answered.
        record Answered(int pages) implements State {}

        /// Nothing was saved, since this is no address for a service.
        record Flawed(boolean secret) implements State {}

        record Failed(Problem problem) implements State {}
    }

    /// The address that words may be sent to.
    private String agreed = "";

    private record Known(Optional<SearchService> service, boolean key) {}

    private final SearchServiceStore store;
    private final Secrets secrets;
    private final Web web;
    private final Background background;
    private final ObjectProperty<@Nullable Kind> kind = new SimpleObjectProperty<>();
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty key = new SimpleStringProperty("");
    private final BooleanProperty allowed = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper saved = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper keyKept = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Quiet());

    public ResearchViewModel(
            SearchServiceStore store, Secrets secrets, Web web, Background background) {
        this.store = store;
        this.secrets = secrets;
        this.web = web;
        this.background = background;
        address.subscribe(now -> {
            if (!now.strip().equals(agreed)) {
                allowed.set(false); // that was said of another address
                agreed = "";
            }
        });
    }

    /// What is asked; null for nothing.
    public ObjectProperty<@Nullable Kind> kindProperty() {
        return kind;
    }

    public StringProperty addressProperty() {
        return address;
    }

    /// A new key; empty for the one that is kept.
    public StringProperty keyProperty() {
        return key;
    }

    /// Whether words may leave this machine.
    public BooleanProperty allowedProperty() {
        return allowed;
    }

    /// Whether a service is chosen and saved.
    ReadOnlyBooleanProperty savedProperty() {
        return saved.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty keyKeptProperty() {
        return keyKept.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    Secrets.Place place() {
        return secrets.place();
    }

    /// Whether what is written as the address is beyond this machine.
    boolean remote() {
        var service = written();
        return service.isPresent() && !web.local(service.get());
    }

    boolean unencrypted() {
        return remote() && address.get().strip().toLowerCase(Locale.ROOT).startsWith("http:");
    }

    private Optional<SearchService> written() {
        var chosen = kind.get();
        return chosen == null || EndpointAddress.refusal(address.get()).isPresent()
                ? Optional.empty()
                : Optional.of(new SearchService(chosen, address.get(), allowed.get()));
    }

    /// Reads what was chosen.
    public void load() {
        background.<Known>job(_ -> known(), this::show).start();
    }

    private Known known() throws ProblemException {
        var service = store.current();
        return new Known(service, service.isPresent() && secrets.has(service.get().secret()));
    }

    private void show(Outcome<Known> outcome) {
        switch (outcome) {
            case Outcome.Done(Known(var service, var kept)) -> {
                kind.set(service.map(SearchService::kind).orElse(null));
                saved.set(service.isPresent());
                agreed = service.map(SearchService::address).orElse("");
                address.set(agreed);
                allowed.set(service.filter(SearchService::remoteAllowed).isPresent());
                key.set("");
                keyKept.set(kept);
            }
            case Outcome.Failed(var why) -> state.set(new State.Failed(why));
            case Outcome.Cancelled() -> {}
        }
    }

    /// Chooses what is asked; what has an address that everybody uses gets that.
    void choose(@Nullable Kind chosen) {
        String usual = chosen == null ? null : chosen.usualAddress();
        boolean known = kind.get() == chosen && !address.get().isBlank();
        kind.set(chosen);
        if (!known) {
            address.set(usual == null ? "" : usual);
            allowed.set(false);
        }
        state.set(new State.Quiet());
    }

    /// Nothing being chosen, this forgets the service with its key.
    public void save() {
        if (kind.get() != null) {
            saving((_, _) -> new State.Saved());
            return;
        }
        keep(_ -> {
            store.clear();
            return new State.Saved();
        });
    }

    /// Saves, and looks something up.
    ///
    /// @param words that are looked up
    public void test(String words) {
        saving((service, progress) ->
                new State.Answered(web.search(service, words, ANY_LANGUAGE, progress).size()));
    }

    void forgetKey() {
        keep(_ -> {
            var service = store.current();
            if (service.isPresent()) {
                secrets.forget(service.get().secret());
            }
            return new State.Saved();
        });
    }

    private interface Then {
        State of(SearchService service, Progress progress) throws ProblemException;
    }

    private interface Keeping {
        State run(Progress progress) throws ProblemException;
    }

    private void saving(Then then) {
        var service = written();
        if (service.isEmpty()) {
            boolean secret =
                    EndpointAddress.refusal(address.get())
                            .filter(why -> why == Detail.Kind.HOLDS_SECRET)
                            .isPresent();
            state.set(new State.Flawed(secret));
            return;
        }
        String typed = key.get().isBlank() ? null : key.get();
        boolean may = allowed.get();
        keep(progress -> {
            store.save(service.get(), typed);
            return then.of(store.allow(may), progress);
        });
    }

    private void keep(Keeping keeping) {
        state.set(new State.Working());
        background
                .<State>job(
                        keeping::run,
                        outcome -> {
                            state.set(
                                    switch (outcome) {
                                        case Outcome.Done(var now) -> now;
                                        case Outcome.Failed(var why) -> new State.Failed(why);
                                        case Outcome.Cancelled() -> new State.Quiet();
                                    });
                            if (!(state.get() instanceof State.Quiet)) {
                                load();
                            }
                        })
                .start();
    }
}
