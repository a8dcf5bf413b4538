package dev.pharos.ui.note;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.note.Difference;
import dev.pharos.engine.note.Notes;
import dev.pharos.engine.note.Notes.Version;
import dev.pharos.engine.problem.Problem;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// All that a note ever said: each version can be compared with what it says now, and made the
/// newest again. Shown while there is a note in it. For the JavaFX thread.
public final class HistoryViewModel {
    private final Notes notes;
    private final NoteChanges changes;
    private final Background background;
    private final ReadOnlyObjectWrapper<@Nullable SourceId> note = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Version> versions = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Version> chosen = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable Difference> difference =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

    public HistoryViewModel(Notes notes, NoteChanges changes, Background background) {
        this.notes = notes;
        this.changes = changes;
        this.background = background;
        chosen.subscribe(this::compare);
    }

    /// The note whose versions are shown, or null.
    public ReadOnlyObjectProperty<@Nullable SourceId> noteProperty() {
        return note.getReadOnlyProperty();
    }

    /// Newest first.
    public ObservableList<Version> versions() {
        return versions;
    }

    /// The one that is looked at.
    public ObjectProperty<@Nullable Version> chosenProperty() {
        return chosen;
    }

    /// What was changed since the chosen version; null while that is not known.
    public ReadOnlyObjectProperty<@Nullable Difference> differenceProperty() {
        return difference.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Whether it is what the note says now.
    boolean current(Version version) {
        return !versions.isEmpty() && versions.getFirst().equals(version);
    }

    /// Shows the versions of a note whose newest words are kept, at the one before the current one.
    public void open(SourceId of) {
        close();
        note.set(of);
        background
                .<List<Version>>job(_ -> notes.versions(of), outcome -> listed(of, outcome))
                .start();
    }

    private void listed(SourceId of, Outcome<List<Version>> outcome) {
        if (!of.equals(note.get())) {
            return;
        }
        switch (outcome) {
            case Outcome.Done(var all) -> {
                versions.setAll(all);
                chosen.set(all.isEmpty() ? null : all.get(Math.min(1, all.size() - 1)));
            }
            case Outcome.Failed(var why) -> problem.set(why);
            case Outcome.Cancelled() -> {}
        }
    }

    private void compare(@Nullable Version version) {
        difference.set(null);
        var of = note.get();
        if (of == null || version == null) {
            return;
        }
        background
                .<Difference>job(
                        _ ->
                                Difference.of(
                                        notes.text(of, version.revision()).orElse(""),
                                        notes.find(of).orElseThrow().markdown()),
                        outcome -> {
                            if (version.equals(chosen.get())
                                    && outcome instanceof Outcome.Done(var now)) {
                                difference.set(now);
                            }
                        })
                .start();
    }

    /// Makes the chosen version the newest again.
    public void restore() {
        var version = chosen.get();
        if (version != null && !current(version)) {
            changes.restore(version.revision(), this::close);
        }
    }

    /// Back to the note.
    public void close() {
        note.set(null);
        chosen.set(null);
        versions.clear();
        problem.set(null);
    }
}
