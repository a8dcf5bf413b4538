package dev.pharos.ui.work;

import dev.pharos.engine.settings.SettingsFile;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/// The settings of one feature as a property, kept whenever they are changed. What cannot be read
/// or kept is no reason to trouble anybody: the usual ones count then. For the JavaFX thread.
///
/// @param <T> a record
public final class Kept<T> {
    private final SettingsFile file;
    private final String feature;
    private final Class<T> type;
    private final T usual;
    private final Background background;
    private final ReadOnlyObjectWrapper<T> value;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile T newest;

    public Kept(SettingsFile file, String feature, Class<T> type, T usual, Background background) {
        this.file = file;
        this.feature = feature;
        this.type = type;
        this.usual = usual;
        this.background = background;
        value = new ReadOnlyObjectWrapper<>(usual);
        newest = usual;
    }

    /// Reads them.
    public void load() {
        background
                .<T>job(
                        _ -> file.read(feature, type, usual),
                        outcome -> {
                            if (outcome instanceof Outcome.Done(var read) && newest == usual) {
                                newest = read;
                                value.set(read);
                            }
                        })
                .start();
    }

    public ReadOnlyObjectProperty<T> valueProperty() {
        return value.getReadOnlyProperty();
    }

    public T value() {
        return value.get();
    }

    /// Whichever of several writes comes last writes what is newest.
    public void change(UnaryOperator<T> how) {
        newest = how.apply(value.get());
        value.set(newest);
        background
                .<Boolean>job(
                        _ -> {
                            writing.lock();
                            try {
                                file.write(feature, newest);
                            } finally {
                                writing.unlock();
                            }
                            return true;
                        },
                        _ -> {})
                .start();
    }
}
