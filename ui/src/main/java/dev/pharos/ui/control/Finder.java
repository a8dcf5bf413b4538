package dev.pharos.ui.control;

import dev.pharos.engine.search.TextFinder.Wanted;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;

/// Finding words in what is shown. For the JavaFX thread.
public abstract class Finder {

    /// How many places there are.
    ///
    /// @param now index of the one that is shown, -1 where there is none
    /// @param more whether there are more than were counted
    public record Count(int all, int now, boolean more) {}

    private final StringProperty wanted = new SimpleStringProperty("");
    private final BooleanProperty matchCase = new SimpleBooleanProperty();
    private final BooleanProperty wholeWords = new SimpleBooleanProperty();

    protected Finder() {
        wanted.subscribe((_, _) -> find());
        matchCase.subscribe((_, _) -> find());
        wholeWords.subscribe((_, _) -> find());
    }

    public final StringProperty wantedProperty() {
        return wanted;
    }

    public final BooleanProperty matchCaseProperty() {
        return matchCase;
    }

    public final BooleanProperty wholeWordsProperty() {
        return wholeWords;
    }

    /// What is looked for, or null where that is nothing.
    protected final @Nullable Wanted wanted() {
        return wanted.get().isBlank()
                ? null
                : new Wanted(wanted.get(), matchCase.get(), wholeWords.get());
    }

    /// The same object each time.
    public abstract ObservableValue<Count> count();

    public final void next() {
        step(1);
    }

    public final void previous() {
        step(-1);
    }

    /// Something else is looked for.
    protected abstract void find();

    /// @param by so many places on, or back where negative; after the last comes the first
    protected abstract void step(int by);

    /// Nothing is looked for any more.
    public abstract void end();
}
