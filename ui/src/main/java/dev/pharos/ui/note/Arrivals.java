package dev.pharos.ui.note;

import dev.pharos.engine.library.SourceId;
import dev.pharos.ui.note.NoteViewModel.Place;

import org.jspecify.annotations.Nullable;

/// How the note that is opened next is to be met, in whichever half of the window that is. For the
/// JavaFX thread.
public final class Arrivals {

    /// @param write whether it is to be written rather than read
    record Arrival(SourceId note, boolean write, @Nullable Place place) {}

    private @Nullable Arrival next;

    /// It is to be written, and named first where it has no name of its own.
    void write(SourceId note, boolean nameless) {
        next = new Arrival(note, true, nameless ? new Place.Title() : null);
    }

    /// It is to be written on, behind its last word.
    void goOn(SourceId note) {
        next = new Arrival(note, true, new Place.End());
    }

    /// It is to be shown at a place.
    public void at(SourceId note, Place place) {
        next = new Arrival(note, false, place);
    }

    /// What was said of this note, which is met now.
    @Nullable Arrival of(SourceId note) {
        var arrival = next;
        next = null;
        return arrival != null && arrival.note().equals(note) ? arrival : null;
    }
}
