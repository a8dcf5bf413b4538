package dev.pharos.ui.library;

import dev.pharos.engine.collection.SavedCollection;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.ui.Texts;

import javafx.collections.ObservableList;
import javafx.scene.control.ListView;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The sources that are chosen in a list, and what can be done with them.
final class ChosenSources {
    private final ListView<Source> list;
    private final SourceEditing editing;
    private final Supplier<@Nullable SavedCollection> here;
    private final Texts texts;

    /// @param here the collection that the list shows, if sources are put into that by hand
    ChosenSources(
            ListView<Source> list,
            SourceEditing editing,
            Supplier<@Nullable SavedCollection> here,
            Texts texts) {
        this.list = list;
        this.editing = editing;
        this.here = here;
        this.texts = texts;
    }

    SourceEditing editing() {
        return editing;
    }

    /// Whether the window shows their list.
    boolean inView() {
        return list.getScene() != null;
    }

    /// Where they stand in the list.
    ObservableList<Integer> places() {
        return list.getSelectionModel().getSelectedIndices();
    }

    List<Source> all() {
        return list.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList();
    }

    List<SourceId> ids() {
        return all().stream().map(Source::id).toList();
    }

    /// All tags that any of them has.
    List<String> tagged() {
        var names = new TreeSet<String>();
        all().forEach(source -> names.addAll(source.tags()));
        return List.copyOf(names);
    }

    /// Chooses the last of them alone.
    void clear() {
        list.getSelectionModel().clearAndSelect(list.getSelectionModel().getSelectedIndex());
        list.requestFocus();
    }

    void tag() {
        ask("tags.addTo", editing.tags().names(), this::tag);
    }

    private void tag(String name) {
        editing.tags().add(ids(), name);
    }

    void untag() {
        ask("tags.removeFrom", tagged(), this::untag);
    }

    void untag(String name) {
        editing.tags().remove(ids(), name);
    }

    void collect() {
        var known = editing.collections().picked();
        ask(
                "chosen.collectionFor",
                known.stream().map(SavedCollection::name).toList(),
                name ->
                        known.stream()
                                .filter(each -> each.name().equalsIgnoreCase(name.strip()))
                                .findFirst()
                                .ifPresentOrElse(
                                        each -> editing.collections().add(each, ids()),
                                        () -> editing.collections().create(name.strip(), ids())));
    }

    private void ask(String question, List<String> names, Consumer<String> done) {
        int count = places().size();
        if (count > 0) {
            NamePopup.show(list, texts.text(question, count), "", names, done);
        }
    }

    /// The collection that they can be taken out of, or null.
    @Nullable SavedCollection here() {
        return here.get();
    }

    /// Takes them out of the collection that is shown.
    void take() {
        var shown = here.get();
        if (shown != null) {
            editing.collections().take(shown, ids());
        }
    }

    void makeNotes() {
        if (!places().isEmpty()) {
            editing.make().accept(all());
        }
    }

    void export() {
        if (!places().isEmpty()) {
            editing.export().export(ids());
        }
    }

    void throwAway() {
        if (!places().isEmpty()) {
            editing.trash().put(ids());
        }
    }
}
