package dev.pharos.ui.job;

import dev.pharos.engine.work.Job;
import dev.pharos.ui.job.LongWork.Deed;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// All long work of the window in one list, whoever does it: what goes on now, what waits, what is
/// over; each with a log of its own. Who does such work asks for a [WorkList] and keeps that up to
/// date. For the JavaFX thread.
public final class LongWorkViewModel {

    /// How the list is divided.
    public enum Group {
        NOW,
        WAITING,
        OVER
    }

    /// A line of the list.
    public sealed interface Row {
        /// @param count of those below it
        record Head(Group group, int count) implements Row {}

        /// @param log null where its details are not shown
        record Item(LongWork work, @Nullable List<Entry> log) implements Row {}
    }

    /// What happened to work, and when.
    public record Entry(Instant at, String words) {}

    /// All work that is not over, in one line.
    ///
    /// @param nth of `count` since nothing was to be done
    /// @param fraction of all of these together
    /// @param running how many are worked on now
    /// @param first of these, or null
    public record Summary(
            int nth, int count, double fraction, int running, @Nullable LongWork first) {}

    private final Clock clock;
    private final List<WorkList> lists = new ArrayList<>();
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ObservableList<Row> readOnly = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyObjectWrapper<@Nullable Summary> summary = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Integer> failed = new ReadOnlyObjectWrapper<>(0);
    private final Map<String, LongWork> seen = new HashMap<>();
    private final Map<String, List<Entry>> logs = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final Set<String> batch = new HashSet<>();
    private final List<Consumer<LongWork>> heard = new ArrayList<>();

    /// @param clock of the logs
    public LongWorkViewModel(Clock clock) {
        this.clock = clock;
    }

    /// A place for the work of one part of the program.
    public WorkList list(WorkList.Doer doer) {
        var list = new WorkList(this, doer);
        lists.add(list);
        return list;
    }

    /// What goes on, what waits in the order in which it shall run, what is over, the newest first.
    public ObservableList<Row> rows() {
        return readOnly;
    }

    /// Null where nothing is to be done.
    public ReadOnlyObjectProperty<@Nullable Summary> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /// How many failed since somebody looked.
    public ReadOnlyObjectProperty<Integer> failedProperty() {
        return failed.getReadOnlyProperty();
    }

    /// Somebody looks at the list.
    public void looked() {
        failed.set(0);
    }

    /// @param ended hears of each work that ends, well or not, while the window is open
    public void onEnd(Consumer<LongWork> ended) {
        heard.add(ended);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /// All of this sort.
    public List<LongWork> all(Predicate<LongWork> such) {
        return lists.stream().flatMap(list -> list.works().stream()).filter(such).toList();
    }

    /// Does what a button of a piece of work says, if that can be done now.
    public void act(LongWork work, Deed deed) {
        var now = seen.get(work.id());
        if (now != null && now.can(deed)) {
            lists.stream().filter(list -> list.has(now)).forEach(list -> list.act(now, deed));
        }
    }

    /// Takes all that is over off the list.
    public void clear() {
        all(LongWork::over).forEach(each -> act(each, Deed.REMOVE));
    }

    /// Shows or hides what happened to a piece of work.
    public void toggle(LongWork work) {
        if (!open.remove(work.id())) {
            open.add(work.id());
        }
        show();
    }

    /// What happened to a piece of work, the oldest first.
    public List<Entry> log(LongWork work) {
        return List.copyOf(logs.getOrDefault(work.id(), List.of()));
    }

    void note(String id, Instant at, String words) {
        logs.computeIfAbsent(id, _ -> new ArrayList<>()).add(new Entry(at, words));
        if (open.contains(id)) {
            show();
        }
    }

    void changed() {
        var ended = new ArrayList<LongWork>();
        var now = all(_ -> true);
        for (var each : now) {
            var before = seen.put(each.id(), each);
            write(before, each);
            if (before != null && !before.over() && each.over()) {
                ended.add(each);
            }
        }
        forget(now);
        show();
        failed.set(failed.get() + (int) ended.stream().filter(LongWorkViewModel::failed).count());
        ended.forEach(each -> heard.forEach(listener -> listener.accept(each)));
    }

    private static boolean failed(LongWork work) {
        return work.state() == Job.State.FAILED;
    }

    /// A step that is a new one.
    private void write(@Nullable LongWork before, LongWork now) {
        var stand = now.stand();
        if (before == null && stand.state() != Job.State.RUNNING && logs.containsKey(now.id())) {
            return; // told already, with the times at which it happened
        }
        if (before == null
                || !before.stand().stage().equals(stand.stage())
                || !Objects.equals(before.stand().trouble(), stand.trouble())) {
            String why = stand.trouble();
            note(
                    now.id(),
                    stand.ended() == null ? clock.instant() : stand.ended(),
                    why == null ? stand.stage() : stand.stage() + ": " + why);
        }
    }

    private void forget(List<LongWork> now) {
        var ids = new HashSet<String>();
        now.forEach(each -> ids.add(each.id()));
        for (var memory : List.of(seen.keySet(), logs.keySet(), open)) {
            memory.retainAll(ids);
        }
    }

    private void show() {
        var all = all(_ -> true);
        var now = new ArrayList<Row>();
        add(now, Group.NOW, all.stream().filter(LongWorkViewModel::runs).toList());
        add(now, Group.WAITING, all.stream().filter(each -> !runs(each) && !each.over()).toList());
        add(now, Group.OVER, all.stream().filter(LongWork::over).sorted(newestFirst()).toList());
        if (!rows.equals(now)) {
            rows.setAll(now);
        }
        sum(all.stream().filter(each -> !each.over()).toList());
    }

    private static boolean runs(LongWork work) {
        return work.state() == Job.State.RUNNING;
    }

    private static Comparator<LongWork> newestFirst() {
        return Comparator.comparing(
                each -> Objects.requireNonNullElse(each.stand().ended(), Instant.EPOCH),
                Comparator.reverseOrder());
    }

    private void add(List<Row> into, Group group, List<LongWork> works) {
        if (works.isEmpty()) {
            return;
        }
        into.add(new Row.Head(group, works.size()));
        works.forEach(
                each -> into.add(new Row.Item(each, open.contains(each.id()) ? log(each) : null)));
    }

    private void sum(List<LongWork> toDo) {
        if (toDo.isEmpty()) {
            batch.clear();
            summary.set(null);
            return;
        }
        toDo.forEach(each -> batch.add(each.id()));
        int over = batch.size() - toDo.size();
        double done = toDo.stream().mapToDouble(each -> Math.max(0, each.stand().fraction())).sum();
        var running = toDo.stream().filter(LongWorkViewModel::runs).toList();
        summary.set(
                new Summary(
                        over + 1,
                        batch.size(),
                        (over + done) / batch.size(),
                        running.size(),
                        running.isEmpty() ? null : running.getFirst()));
    }
}
