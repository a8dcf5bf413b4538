package dev.pharos.ui.data;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.Texts;
import dev.pharos.ui.data.FolderWork.Filled;
import dev.pharos.ui.file.NewFolder;
import dev.pharos.ui.job.LongWork.Kind;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Writes everything, or some sources, into a new folder, shown among the long work. For the JavaFX
/// thread.
public final class Exports {

    /// The ability to write sources into a folder; blocks.
    @FunctionalInterface
    public interface Exporting {
        /// @return how many sources were written
        int to(Path folder, Predicate<SourceId> which, Progress progress) throws ProblemException;
    }

    private final Exporting exporting;
    private final Background background;
    private final FolderWork work;
    private final Texts texts;

    public Exports(Exporting exporting, Background background, FolderWork work, Texts texts) {
        this.exporting = exporting;
        this.background = background;
        this.work = work;
        this.texts = texts;
    }

    /// @param chosen the folder in which the new one is made
    public void all(Path chosen) {
        begin(texts.text("data.export"), chosen, _ -> true);
    }

    /// The same for some sources.
    public void some(Path chosen, Collection<SourceId> sources) {
        var which = Set.copyOf(sources);
        begin(texts.text("data.exportSome", which.size()), chosen, which::contains);
    }

    private void begin(String title, Path chosen, Predicate<SourceId> which) {
        List<Consumer<Outcome<Filled>>> told = new ArrayList<>();
        var job =
                background.<Filled>job(
                        progress -> {
                            var folder = NewFolder.in(chosen);
                            int sources = exporting.to(folder, which, progress);
                            return new Filled(
                                    texts.text("chosen.exported", sources, folder.toString()),
                                    folder);
                        },
                        outcome -> told.forEach(each -> each.accept(outcome)));
        var task =
                new FolderWork.Task(
                        Kind.EXPORT,
                        title,
                        texts.text("data.exporting"),
                        () -> begin(title, chosen, which));
        told.add(work.begin(task, job));
        job.start();
    }
}
