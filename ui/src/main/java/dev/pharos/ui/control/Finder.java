package dev.pharos.ui.control;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// Finding words in what is shown. For the JavaFX thread.
public interface Finder {

    /// How many places there are.
    ///
    /// @param now index of the one that is shown, -1 where there is none
    /// @param more whether there are more than were counted
    record Count(int all, int now, boolean more) {}

    StringProperty wantedProperty();

    BooleanProperty matchCaseProperty();

    BooleanProperty wholeWordsProperty();

    /// The same object each time.
    ObservableValue<Count> count();

    void next();

    void previous();

    /// Nothing is looked for any more.
    void end();
}
