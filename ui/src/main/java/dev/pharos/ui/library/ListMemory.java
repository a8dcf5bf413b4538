package dev.pharos.ui.library;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.ui.library.SourcesViewModel.Order;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.List;
import java.util.Optional;

/// Keeps how the lists of sources are left, and which sources were read. What cannot be read or
/// kept is no reason to trouble anybody. For the JavaFX thread.
public final class ListMemory {
    private final SettingsFile file;
    private final Background background;
    private final ReadOnlyObjectWrapper<ListSettings> now;

    public ListMemory(SettingsFile file, Background background) {
        this.file = file;
        this.background = background;
        var read =
                Background.<ListSettings>runHere(_ ->
                        file.read(ListSettings.FEATURE, ListSettings.class, ListSettings.DEFAULT));
        now =
                new ReadOnlyObjectWrapper<>(
                        read instanceof Outcome.Done(var kept) ? kept : ListSettings.DEFAULT);
    }

    ReadOnlyObjectProperty<ListSettings> settingsProperty() {
        return now.getReadOnlyProperty();
    }

    /// Gives a list the order that it had, and keeps it from now on.
    public void keep(String list, ObjectProperty<Order> order) {
        order.set(now.get().orders().getOrDefault(list, order.get()));
        order.subscribe((_, chosen) -> keep(now.get().with(list, chosen)));
    }

    /// What was read, the last one first.
    List<SourceId> read() {
        return now.get().read().stream().flatMap(id -> id(id).stream()).toList();
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
        List<String> read = now.get().read();
        if (read.isEmpty() || !read.getFirst().equals(id)) {
            keep(now.get().reading(id));
        }
    }

    void keep(ListSettings chosen) {
        now.set(chosen);
        background
                .<Boolean>job(
                        _ -> {
                            file.write(ListSettings.FEATURE, chosen);
                            return true;
                        },
                        _ -> {})
                .start();
    }
}
