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

    /// What the newest job reads, and what is to be read after it.
    private @Nullable Wanted under;

    private @Nullable Wanted next;

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

    /// Reads a text; the newest call wins. Of one note no two texts are read at once, since a long
    /// one takes long.
    ///
    /// @param title of the note, which is not read twice
    void read(SourceId note, String title, String markdown) {
        var wanted = new Wanted(note, title, markdown);
        if (newest != null && wanted.of(under)) {
            next = wanted;
            return;
        }
        if (newest != null) {
            newest.cancel();
        }
        begin(wanted);
    }

    private record Wanted(SourceId note, String title, String markdown) {
        boolean of(@Nullable Wanted other) {
            return other != null && other.note().equals(note);
        }
    }

    private void begin(Wanted wanted) {
        next = null;
        under = wanted;
        var mine = new Job[1];
        mine[0] =
                background.<Reading>job(
                        _ -> Reading.of(notes, wanted.note(), wanted.title(), wanted.markdown()),
                        outcome -> {
                            if (mine[0] == newest) {
                                read(outcome);
                            }
                        });
        newest = mine[0];
        mine[0].start();
    }

    private void read(Outcome<Reading> outcome) {
        newest = null;
        if (next != null) {
            begin(next);
        } else if (outcome instanceof Outcome.Done(var now)) {
            reading.set(now);
            turn.set(turn.get() + 1);
        }
    }
}
