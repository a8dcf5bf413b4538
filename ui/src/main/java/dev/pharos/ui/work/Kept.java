package dev.pharos.ui.work;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.settings.SettingsFile;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/// The settings of one feature as a property, kept whenever they are changed, in the order of the
/// changes. Where they cannot be read, the usual ones count. For the JavaFX thread.
///
/// @param <T> a record
public final class Kept<T> {
    private final SettingsFile file;
    private final String feature;
    private final Class<T> type;
    private final T usual;
    private final Background background;
    private final ReadOnlyObjectWrapper<T> value;
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
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
        background.<T>job(_ -> file.read(feature, type, usual), this::take).start();
    }

    /// Reads them on this thread, where nothing can be shown before they are there.
    public void loadHere() {
        take(Background.runHere(_ -> file.read(feature, type, usual)));
    }

    private void take(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done(var read) && newest == usual) {
            newest = read;
            value.set(read);
        }
        tell(outcome);
    }

    private void tell(Outcome<?> outcome) {
        problem.set(outcome instanceof Outcome.Failed(var why) ? why : null);
    }

    /// Why they could not be read or kept, or null: for whoever has a place to say so.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
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
        background.keep(_ -> write(), this::tell);
    }

    /// The same, and they are kept when this returns, as the window closes.
    public void changeHere(UnaryOperator<T> how) {
        newest = how.apply(value.get());
        value.set(newest);
        tell(Background.runHere(_ -> write()));
    }

    private boolean write() throws ProblemException {
        writing.lock();
        try {
            file.write(feature, newest);
        } finally {
            writing.unlock();
        }
        return true;
    }
}
