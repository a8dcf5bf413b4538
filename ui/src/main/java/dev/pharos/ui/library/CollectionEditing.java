package dev.pharos.ui.library;

import dev.pharos.engine.collection.Collections;
import dev.pharos.engine.collection.SavedCollection;
import dev.pharos.engine.collection.SavedCollection.Content;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.ui.Texts;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;
import dev.pharos.ui.work.Reload;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/// Changes collections; each change is told, with a way back. For the JavaFX thread.
public final class CollectionEditing {
    private final Collections collections;
    private final Changing changing;
    private final Reload<List<SavedCollection>> reload;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<List<SavedCollection>> known =
            new ReadOnlyObjectWrapper<>(List.of());

    public CollectionEditing(
            Collections collections, Changing changing, Background background, Texts texts) {
        this.collections = collections;
        this.changing = changing;
        reload = new Reload<>(background);
        this.texts = texts;
        changing.onChange(this::load);
    }

    @FunctionalInterface
    private interface Deed {
        Collections.Change by(Collections collections) throws ProblemException;
    }

    /// All of them in their order, as they were when last read.
    ReadOnlyObjectProperty<List<SavedCollection>> knownProperty() {
        return known.getReadOnlyProperty();
    }

    /// Reads what collections there are.
    public void load() {
        reload.read(
                _ -> collections.all(),
                outcome -> {
                    if (outcome instanceof Outcome.Done(var now)) {
                        known.set(now);
                    }
                });
    }

    /// Those that sources can be put into.
    List<SavedCollection> picked() {
        return known.get().stream()
                .filter(each -> each.content() instanceof Content.Picked)
                .toList();
    }

    /// Keeps what a search line finds, now and later.
    public void saveSearch(String name, String query) {
        create(SavedCollection.of(name, new Content.Search(query)), List.of());
    }

    /// A new one that is picked by hand.
    ///
    /// @param sources to begin with
    void create(String name, List<SourceId> sources) {
        create(SavedCollection.of(name, new Content.Picked()), sources);
    }

    private void create(SavedCollection created, List<SourceId> sources) {
        change(
                texts.text("shelf.created", created.name(), sources.size()),
                all -> {
                    var change = all.save(created);
                    if (!sources.isEmpty()) {
                        all.add(created.id(), sources);
                    }
                    return change;
                });
    }

    /// Tells nothing: one sees it.
    private void save(SavedCollection changed) {
        change("", all -> all.save(changed));
    }

    void rename(SavedCollection old, String name) {
        change(
                texts.text("shelf.renamed", name),
                all -> all.save(with(old, name, old.content(), old.icon(), old.colour())));
    }

    /// Gives a search other words.
    void search(SavedCollection old, String query) {
        change(
                texts.text("shelf.searched", old.name()),
                all ->
                        all.save(
                                with(
                                        old,
                                        old.name(),
                                        new Content.Search(query),
                                        old.icon(),
                                        old.colour())));
    }

    void icon(SavedCollection old, @Nullable String icon) {
        save(with(old, old.name(), old.content(), icon, old.colour()));
    }

    /// @param colour `#rrggbb`, or null for none
    void colour(SavedCollection old, @Nullable String colour) {
        save(with(old, old.name(), old.content(), old.icon(), colour));
    }

    private static SavedCollection with(
            SavedCollection old,
            String name,
            Content content,
            @Nullable String icon,
            @Nullable String colour) {
        return new SavedCollection(old.id(), name, content, icon, colour);
    }

    /// Puts one in the place of another one.
    ///
    /// @param down whether it comes from above
    void move(SavedCollection moved, SavedCollection place, boolean down) {
        var all = known.get();
        int at = all.indexOf(place) + (down ? 1 : 0);
        var before = at < all.size() ? all.get(at).id() : null;
        change("", each -> each.move(moved.id(), before));
    }

    /// One place up or down.
    void step(SavedCollection moved, boolean down) {
        var all = known.get();
        int at = all.indexOf(moved) + (down ? 1 : -1);
        if (all.contains(moved) && at >= 0 && at < all.size()) {
            move(moved, all.get(at), down);
        }
    }

    void remove(SavedCollection gone) {
        change(texts.text("shelf.removed", gone.name()), all -> all.remove(gone.id()));
    }

    /// Into a collection that is picked by hand.
    ///
    /// @param collection null, or one that is gone, for a new one of that name
    public void put(@Nullable UUID collection, String name, List<SourceId> sources) {
        picked().stream()
                .filter(each -> each.id().equals(collection))
                .findFirst()
                .ifPresentOrElse(each -> add(each, sources), () -> create(name, sources));
    }

    void add(SavedCollection to, List<SourceId> sources) {
        change(
                texts.text("shelf.added", sources.size(), to.name()),
                all -> all.add(to.id(), sources));
    }

    void take(SavedCollection from, List<SourceId> sources) {
        change(
                texts.text("shelf.taken", sources.size(), from.name()),
                all -> all.take(from.id(), sources));
    }

    private void change(String words, Deed deed) {
        changing.begin(_ -> {
            var change = deed.by(collections);
            return new Changing.Done(words, _ -> collections.undo(change));
        });
    }
}
