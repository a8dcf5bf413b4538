package dev.pharos.ui.library;

import dev.pharos.engine.library.SourceId;
import dev.pharos.ui.library.SourcesViewModel.Order;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Kept;
import dev.pharos.ui.work.WindowFile;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;

import java.util.List;
import java.util.Optional;

/// Keeps how the lists of sources of a library are left, and which sources were read. What cannot
/// be read or kept is no reason to trouble anybody. For the JavaFX thread.
public final class ListMemory {
    private final Kept<ListSettings> kept;

    public ListMemory(WindowFile file, Background background) {
        kept =
                file.kept(
                        ListSettings.FEATURE,
                        ListSettings.class,
                        ListSettings.DEFAULT,
                        before -> before.begun(file.known()),
                        background);
    }

    ReadOnlyObjectProperty<ListSettings> settingsProperty() {
        return kept.valueProperty();
    }

    /// Gives a list the order that it had, and keeps it from now on.
    public void keep(String list, ObjectProperty<Order> order) {
        order.set(kept.value().orders().getOrDefault(list, order.get()));
        order.subscribe((_, chosen) -> keep(kept.value().with(list, chosen)));
    }

    /// What was read, the last one first.
    List<SourceId> read() {
        return kept.value().read().stream().flatMap(id -> id(id).stream()).toList();
    }

    private static Optional<SourceId> id(String text) {
        try {
            return Optional.of(SourceId.of(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Tells which source is read.
    public void read(SourceId source) {
        String id = source.toString();
        List<String> read = kept.value().read();
        if (read.isEmpty() || !read.getFirst().equals(id)) {
            keep(kept.value().reading(id));
        }
    }

    void keep(ListSettings chosen) {
        kept.change(_ -> chosen);
    }
}
