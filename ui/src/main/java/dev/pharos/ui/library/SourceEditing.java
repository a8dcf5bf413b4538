package dev.pharos.ui.library;

import dev.pharos.engine.library.Source;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/// All that can be done with sources, however many; and the list whose chosen sources it is done
/// with where that is asked for from elsewhere in the window. For the JavaFX thread.
public final class SourceEditing {
    private final Changing changing;
    private final TagEditing tags;
    private final CollectionEditing collections;
    private final TrashEditing trash;
    private final SourceExport export;
    private Consumer<List<Source>> make = _ -> {};
    private @Nullable ChosenSources current;

    public SourceEditing(
            Changing changing,
            TagEditing tags,
            CollectionEditing collections,
            TrashEditing trash,
            SourceExport export) {
        this.changing = changing;
        this.tags = tags;
        this.collections = collections;
        this.trash = trash;
        this.export = export;
    }

    Changing changing() {
        return changing;
    }

    TagEditing tags() {
        return tags;
    }

    CollectionEditing collections() {
        return collections;
    }

    TrashEditing trash() {
        return trash;
    }

    SourceExport export() {
        return export;
    }

    /// @param asks how notes are to be made of sources
    public void onMake(Consumer<List<Source>> asks) {
        make = asks;
    }

    Consumer<List<Source>> make() {
        return make;
    }

    /// What is chosen in the list that has the keyboard, or had it last.
    public List<Source> chosen() {
        return current != null && current.inView() ? current.all() : List.of();
    }

    /// The list that has the keyboard, or had it last.
    void setCurrent(ChosenSources chosen) {
        current = chosen;
    }

    /// Asks for a tag for what is chosen.
    public void tag() {
        of(ChosenSources::tag);
    }

    /// Asks for a collection for what is chosen.
    public void collect() {
        of(ChosenSources::collect);
    }

    /// Throws away what is chosen.
    public void throwAway() {
        of(ChosenSources::throwAway);
    }

    /// Writes what is chosen into a folder.
    public void exportChosen() {
        of(ChosenSources::export);
    }

    private void of(Consumer<ChosenSources> does) {
        if (current != null && current.inView()) {
            does.accept(current);
        }
    }
}
