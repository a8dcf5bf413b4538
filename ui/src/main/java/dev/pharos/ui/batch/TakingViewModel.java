package dev.pharos.ui.batch;

import dev.pharos.engine.library.ImportListener;
import dev.pharos.engine.library.ImportResult;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.library.Imports;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Job;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Takes files into the library, so that notes can be made of them; what is there already is taken
/// as it is. For the JavaFX thread.
public final class TakingViewModel {

    /// What came of it.
    ///
    /// @param problem why the first file that is no source is none; null where all are
    private record Taken(List<Source> sources, @Nullable Problem problem) {}

    private final Imports imports;
    private final Sources sources;
    private final Background background;
    private final Consumer<List<Source>> ask;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final SimpleDoubleProperty fraction = new SimpleDoubleProperty(-1);
    private @Nullable Job running;

    /// @param ask goes on with what the files are now
    public TakingViewModel(
            Imports imports, Sources sources, Background background, Consumer<List<Source>> ask) {
        this.imports = imports;
        this.sources = sources;
        this.background = background;
        this.ask = ask;
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    ObservableValue<Number> fractionProperty() {
        return fraction;
    }

    /// Why files could not be taken, or null.
    ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// One after the other: nothing while others are being taken.
    public void take(List<Path> files) {
        if (files.isEmpty() || busy.get()) {
            return;
        }
        problem.set(null);
        busy.set(true);
        var job = background.<Taken>job(progress -> taken(files, progress), this::ended);
        fraction.bind(job.stepProperty().map(Job.Step::fraction));
        running = job;
        job.start();
    }

    private Taken taken(List<Path> files, Progress progress) throws ProblemException {
        Set<SourceId> found = new LinkedHashSet<>();
        var refused = new ArrayList<Problem>();
        imports.importAll(
                files,
                new ImportListener() {
                    @Override
                    public void started(Path file) {}

                    @Override
                    public void finished(ImportResult result) {
                        var source = result.source();
                        var problem = result.problem();
                        if (source != null) {
                            found.add(source);
                        } else if (problem != null) {
                            refused.add(problem);
                        }
                    }
                },
                progress);
        return new Taken(
                found.stream().flatMap(each -> sources.find(each).stream()).toList(),
                refused.isEmpty() ? null : refused.getFirst());
    }

    private void ended(Outcome<Taken> outcome) {
        fraction.unbind();
        busy.set(false);
        running = null;
        switch (outcome) {
            case Outcome.Done(var taken) -> {
                problem.set(taken.problem());
                ask.accept(taken.sources());
            }
            case Outcome.Failed(var why) -> problem.set(why);
            case Outcome.Cancelled() -> {}
        }
    }

    /// What is in the library by then stays there.
    void cancel() {
        if (running != null) {
            running.cancel();
        }
    }
}
