package dev.pharos.ui.note;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.note.Notes;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Job;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

/// A note as its reader sees it; follows the text. For the JavaFX thread.
public final class ReadingViewModel {
    private final Notes notes;
    private final Background background;
    private final ReadOnlyObjectWrapper<Reading> reading =
            new ReadOnlyObjectWrapper<>(Reading.NONE);
    private final ReadOnlyLongWrapper turn = new ReadOnlyLongWrapper();
    private @Nullable Job newest;

    public ReadingViewModel(Notes notes, Background background) {
        this.notes = notes;
        this.background = background;
    }

    public ReadOnlyObjectProperty<Reading> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /// Goes up each time a text was read, also where it reads as before.
    ReadOnlyLongProperty turnProperty() {
        return turn.getReadOnlyProperty();
    }

    /// Whether it is that of the newest text.
    boolean isCurrent() {
        return newest == null;
    }

    /// Reads a text; the newest call wins.
    ///
    /// @param title of the note, which is not read twice
    void read(SourceId note, String title, String markdown) {
        if (newest != null) {
            newest.cancel();
        }
        var mine = new Job[1];
        mine[0] =
                background.<Reading>job(
                        _ -> Reading.of(notes, note, title, markdown),
                        outcome -> {
                            if (mine[0] == newest) {
                                newest = null;
                                if (outcome instanceof Outcome.Done(var now)) {
                                    reading.set(now);
                                    turn.set(turn.get() + 1);
                                }
                            }
                        });
        newest = mine[0];
        mine[0].start();
    }
}
