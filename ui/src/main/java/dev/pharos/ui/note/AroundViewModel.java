package dev.pharos.ui.note;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.note.NoteLinks.Backlink;
import dev.pharos.engine.note.NoteLinks.Mention;
import dev.pharos.engine.note.Notes;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Job;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What stands around a note: who links to it, and who names it without a link. For the JavaFX
/// thread.
public final class AroundViewModel {
    private static final int MENTIONS = 20;

    /// All of it.
    public record Around(List<Backlink> backlinks, List<Mention> mentions) {
        static final Around NONE = new Around(List.of(), List.of());

        public Around {
            backlinks = List.copyOf(backlinks);
            mentions = List.copyOf(mentions);
        }
    }

    private final Notes notes;
    private final Background background;
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Around> around = new ReadOnlyObjectWrapper<>(Around.NONE);
    private @Nullable SourceId note;
    private @Nullable Job newest;

    public AroundViewModel(Notes notes, Background background) {
        this.notes = notes;
        this.background = background;
        shown.subscribe((_, _) -> read());
    }

    /// Whether it is to be seen; nothing is read before.
    public BooleanProperty shownProperty() {
        return shown;
    }

    public ReadOnlyObjectProperty<Around> aroundProperty() {
        return around.getReadOnlyProperty();
    }

    void open(SourceId of) {
        if (!of.equals(note)) {
            around.set(Around.NONE);
        }
        note = of;
        read();
    }

    /// The library has changed.
    public void read() {
        var of = note;
        if (of == null || !shown.get()) {
            return;
        }
        if (newest != null) {
            newest.cancel();
        }
        var mine = new Job[1];
        mine[0] =
                background.<Around>job(
                        _ -> new Around(notes.links().to(of), notes.links().mentions(of, MENTIONS)),
                        outcome -> {
                            if (mine[0] == newest && outcome instanceof Outcome.Done(var now)) {
                                around.set(now);
                            }
                        });
        newest = mine[0];
        newest.start();
    }
}
