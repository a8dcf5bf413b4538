package dev.pharos.ui.library;

import dev.pharos.ui.Texts;
import dev.pharos.ui.job.LongWork;
import dev.pharos.ui.job.LongWork.Deed;
import dev.pharos.ui.job.LongWork.Kind;
import dev.pharos.ui.job.LongWork.Stand;
import dev.pharos.ui.job.LongWorkViewModel;
import dev.pharos.ui.job.WorkList;
import dev.pharos.ui.work.Job;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Changes of many sources among the long work, for as long as they go on; what comes of them is
/// told elsewhere. For the JavaFX thread.
public final class ChangingWork {
    /// Of fewer a change is over in a moment.
    private static final int MANY = 100;

    private final Texts texts;
    private final WorkList list;
    private final Map<String, Job> jobs = new HashMap<>();
    private int count;

    public ChangingWork(Changing changing, LongWorkViewModel all, Texts texts) {
        this.texts = texts;
        list = all.list(this::act);
        changing.onBegin(this::begin);
    }

    /// @return ends it
    private Runnable begin(Job job) {
        String id = "change:" + ++count;
        jobs.put(id, job);
        job.stepProperty().subscribe(step -> show(id, step));
        return () -> {
            jobs.remove(id);
            list.remove(id);
        };
    }

    private void show(String id, Job.Step step) {
        if (step.total() >= MANY && jobs.containsKey(id)) {
            var stand =
                    Stand.running(
                            texts.text("chosen.working"),
                            texts.text("data.progress", step.done(), step.total()),
                            step.fraction(),
                            null);
            String title = texts.text("work.sources");
            list.put(new LongWork(id, Kind.SOURCES, title, stand, Set.of(Deed.CANCEL)));
        }
    }

    private void act(LongWork work, Deed deed) {
        var job = jobs.get(work.id());
        if (job != null && deed == Deed.CANCEL) {
            job.cancel();
        }
    }
}
