package dev.pharos.ui.shell;

import dev.pharos.ui.answer.AnswerViewModel;
import dev.pharos.ui.document.ReaderViewModel;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.search.SearchViewModel;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// The one line the user types into, and what stands beside the reading pane because of it.
public final class ShellViewModel {

    /// What the column at the side shows.
    public enum Side {
        LIBRARY,
        RESULTS,
        ANSWER
    }

    /// What the large pane shows.
    public enum Main {
        SOURCE,
        SETTINGS,
        RECORDING,
        JOBS,
        MODELS,
        HARDWARE,
        ENDPOINTS,
        FIRST_STEPS;

        /// Where one step back leads.
        Main before() {
            return switch (this) {
                case MODELS, HARDWARE, ENDPOINTS -> SETTINGS;
                case SOURCE, SETTINGS, RECORDING, JOBS, FIRST_STEPS -> SOURCE;
            };
        }
    }

    private final SearchViewModel search;
    private final AnswerViewModel answer;
    private final ReaderViewModel reader;
    private final StringProperty line = new SimpleStringProperty("");
    private final BooleanProperty asking = new SimpleBooleanProperty();
    private final ObjectProperty<Main> main = new SimpleObjectProperty<>(Main.SOURCE);
    private final ObservableValue<Side> side;

    /// The best hit is to be opened as soon as there is one.
    private boolean openBest;

    public ShellViewModel(SearchViewModel search, AnswerViewModel answer, ReaderViewModel reader) {
        this.search = search;
        this.answer = answer;
        this.reader = reader;
        this.side =
                Bindings.createObjectBinding(
                        () ->
                                asking.get()
                                        ? Side.ANSWER
                                        : line.get().isBlank() ? Side.LIBRARY : Side.RESULTS,
                        line,
                        asking);
        search.stateProperty().subscribe(this::openIfAwaited);
        line.subscribe(text -> {
            openBest = false;
            if (!asking.get()) {
                search.textProperty().set(text);
            }
        });
        search.textProperty().subscribe((_, text) -> line.set(text));
        asking.subscribe((_, now) -> {
            if (!now) {
                search.textProperty().set(line.get());
            }
        });
    }

    public StringProperty lineProperty() {
        return line;
    }

    /// Whether the line is a question; else it is searched for while it is typed.
    public BooleanProperty askingProperty() {
        return asking;
    }

    /// What stands in the large pane: what is read or heard, or something in its place.
    public ObjectProperty<Main> mainProperty() {
        return main;
    }

    public ObservableValue<Side> side() {
        return side;
    }

    /// Asks what stands in the line.
    public void ask() {
        asking.set(true);
        answer.ask(line.get());
    }

    /// What the Enter key does in the line: asks the question, or opens the best hit.
    public void enter() {
        if (asking.get()) {
            answer.ask(line.get());
        } else if (search.stateProperty().get() instanceof SearchViewModel.State.Found(var result)
                && !result.hits().isEmpty()
                && result.query().text().equals(line.get())) {
            main.set(Main.SOURCE);
            reader.open(Target.of(result.hits().getFirst()));
        } else {
            openBest = true;
            search.searchNow();
        }
    }

    private void openIfAwaited(SearchViewModel.State found) {
        if (openBest && found instanceof SearchViewModel.State.Found(var result)) {
            openBest = false;
            result.hits().stream().findFirst().map(Target::of).ifPresent(reader::open);
        }
    }

    /// One step back: from what stands in place of the source, else from the answer, else to an
    /// empty line.
    public void back() {
        if (main.get() != Main.SOURCE) {
            main.set(main.get().before());
        } else if (asking.get()) {
            asking.set(false);
        } else {
            line.set("");
        }
    }
}
