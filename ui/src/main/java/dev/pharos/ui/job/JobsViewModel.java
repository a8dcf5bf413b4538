package dev.pharos.ui.job;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.work.Job;
import dev.pharos.engine.work.JobQueue;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The jobs of the library, as they are now, and what may be done with them. What is asked for is
/// done on a worker; the list then follows.
public final class JobsViewModel {

    private final JobQueue queue;
    private final Background background;
    private final ObservableList<Job> jobs = FXCollections.observableArrayList();
    private final ObservableList<Job> readOnly = FXCollections.unmodifiableObservableList(jobs);
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private boolean loading;
    private boolean again;

    public JobsViewModel(JobQueue queue, Background background) {
        this.queue = queue;
        this.background = background;
    }

    /// What is to be done, in the order in which it shall run; then what is over, newest first.
    public ObservableList<Job> all() {
        return readOnly;
    }

    /// Why what was asked for last could not be done or kept, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Tells that something changed; for every thread.
    public void changed() {
        background.show(this::load);
    }

    /// Lets the queue work, as long as the window is open.
    public void begin() {
        order(JobQueue::start);
    }

    public void load() {
        if (loading) {
            again = true;
            return;
        }
        loading = true;
        background.<List<Job>>job(_ -> inOrder(queue.all()), this::show).start();
    }

    private static List<Job> inOrder(List<Job> all) {
        var over = all.stream().filter(job -> job.state().over()).toList().reversed();
        return Stream.concat(all.stream().filter(job -> !job.state().over()), over.stream())
                .toList();
    }

    public void pause(Job job) {
        order(each -> each.pause(job.id()));
    }

    public void resume(Job job) {
        order(each -> each.resume(job.id()));
    }

    public void cancel(Job job) {
        order(each -> each.cancel(job.id()));
    }

    public void retry(Job job) {
        order(each -> each.retry(job.id()));
    }

    /// Lets all begin that only lacked a model.
    public void modelChosen() {
        order(JobQueue::changed);
    }

    public void remove(Job job) {
        order(each -> each.remove(job.id()));
    }

    /// One waiting job earlier or later.
    public void move(Job job, boolean earlier) {
        var waiting = jobs.stream().filter(each -> each.state() == Job.State.WAITING).toList();
        int at = waiting.indexOf(job);
        int before = earlier ? at - 1 : at + 2;
        if (at < 0 || before < 0 || (!earlier && at == waiting.size() - 1)) {
            return;
        }
        Long next = before < waiting.size() ? waiting.get(before).id() : null;
        order(each -> each.move(job.id(), next));
    }

    private void order(Consumer<JobQueue> what) {
        background
                .<Boolean>job(
                        _ -> {
                            what.accept(queue);
                            return true;
                        },
                        outcome -> {
                            problem.set(outcome instanceof Outcome.Failed(var why) ? why : null);
                            load();
                        })
                .start();
    }

    private void show(Outcome<List<Job>> outcome) {
        loading = false;
        if (outcome instanceof Outcome.Done(var now)) {
            if (!jobs.equals(now)) {
                jobs.setAll(now);
            }
        }
        if (again) {
            again = false;
            load();
        }
    }
}
