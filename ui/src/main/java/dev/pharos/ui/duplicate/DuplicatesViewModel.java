package dev.pharos.ui.duplicate;

import dev.pharos.engine.graph.DuplicateGroup;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.library.LibraryViewModel;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Job;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/// What stands in the library twice. It is looked for when it is seen for the first time, and when
/// that is asked for; what is thrown away or changed since then is left out. Nothing is thrown away
/// before that was asked, and what is not alike stays. For the JavaFX thread.
public final class DuplicatesViewModel {

    /// Looks for it; blocks.
    public interface Search {
        /// @throws CancellationException if cancelled
        List<DuplicateGroup> groups(Progress progress);
    }

    /// What leads to sources, or is written on them; blocks.
    public interface Marks {
        Marked of(List<SourceId> sources);
    }

    /// What is out of sight with sources that are in the trash.
    ///
    /// @param links of other sources that lead to them
    public record Marked(int highlights, int links) {}

    /// How far the look is.
    public sealed interface State {
        record Unasked() implements State {}

        record Looking(Job job) implements State {}

        record Found() implements State {}

        record Stopped() implements State {}

        record Failed(Problem problem) implements State {}
    }

    /// Whether others shall be thrown away.
    ///
    /// @param others almost the same as the one that is kept
    /// @param unlike so many of the group are not, and stay
    public record Question(Source kept, List<Source> others, int unlike, Marked marked) {
        public Question {
            others = List.copyOf(others);
        }

        List<SourceId> ids() {
            return others.stream().map(Source::id).toList();
        }
    }

    private final Search search;
    private final Marks marks;
    private final LibraryViewModel library;
    private final Consumer<List<SourceId>> throwAway;
    private final Background background;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Unasked());
    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Question> question =
            new ReadOnlyObjectWrapper<>();
    private List<DuplicateGroup> found = List.of();
    private Row.@Nullable Member asking;

    /// @param throwAway puts sources into the trash, with a way back
    public DuplicatesViewModel(
            Search search,
            Marks marks,
            LibraryViewModel library,
            Consumer<List<SourceId>> throwAway,
            Background background) {
        this.search = search;
        this.marks = marks;
        this.library = library;
        this.throwAway = throwAway;
        this.background = background;
        library.all().subscribe(this::arrange);
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Each group begins with its head.
    ReadOnlyObjectProperty<List<Row>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// Null where nothing is asked.
    public ReadOnlyObjectProperty<@Nullable Question> questionProperty() {
        return question.getReadOnlyProperty();
    }

    int groups() {
        return (int) rows.get().stream().filter(Row.Head.class::isInstance).count();
    }

    /// It is to be seen.
    public void show() {
        if (state.get() instanceof State.Unasked) {
            look();
        }
    }

    /// Looks, again if need be.
    public void look() {
        if (state.get() instanceof State.Looking) {
            return;
        }
        var before = state.get();
        var job = background.<List<DuplicateGroup>>job(search::groups, now -> ended(now, before));
        state.set(new State.Looking(job));
        job.start();
    }

    public void stop() {
        if (state.get() instanceof State.Looking(var job)) {
            job.cancel();
        }
    }

    private void ended(Outcome<List<DuplicateGroup>> outcome, State before) {
        switch (outcome) {
            case Outcome.Done(var groups) -> {
                found = groups;
                state.set(new State.Found());
            }
            case Outcome.Failed(var why) -> state.set(new State.Failed(why));
            case Outcome.Cancelled() ->
                    state.set(before instanceof State.Found ? before : new State.Stopped());
        }
        arrange();
    }

    private void arrange() {
        var all = new ArrayList<Row>();
        found.forEach(group -> arrange(group, all));
        rows.set(List.copyOf(all));
        var asked = question.get();
        if (asked != null
                && !(unchanged(asked.kept())
                        && asked.others().stream().allMatch(this::unchanged))) {
            keepAll();
        }
    }

    private void arrange(DuplicateGroup group, List<Row> into) {
        var there = new ArrayList<Row.Member>();
        boolean same = true;
        Source first = null;
        for (int i = 0; i < group.sources().size(); i++) {
            var each = group.sources().get(i);
            if (unchanged(each)) {
                first = first == null ? each : first;
                boolean whole = first.equals(group.sources().getFirst());
                double share = whole ? group.sharesWithFirst().get(i) : group.share(first, each);
                there.add(new Row.Member(group, each, each.equals(first), share));
                same &= share == 1;
            }
        }
        if (there.size() > 1) {
            into.add(new Row.Head(group, there.size(), same));
            into.addAll(there);
        }
    }

    /// Whether it still says what was compared.
    private boolean unchanged(Source source) {
        var now = library.find(source.id());
        return now != null && now.revision() == source.revision();
    }

    /// Asks whether what is almost the same as this one shall be thrown away.
    void ask(Row.Member kept) {
        var group = kept.group();
        var there = group.sources().stream().filter(this::unchanged).toList();
        var like = new ArrayList<>(group.like(kept.source()));
        like.retainAll(there);
        if (like.isEmpty()) {
            return;
        }
        int unlike = there.size() - 1 - like.size();
        var ids = like.stream().map(Source::id).toList();
        asking = kept;
        background
                .<Marked>job(
                        _ -> marks.of(ids),
                        outcome -> {
                            if (asking == kept && outcome instanceof Outcome.Done(var marked)) {
                                question.set(new Question(kept.source(), like, unlike, marked));
                                arrange();
                            }
                        })
                .start();
    }

    public void keepAll() {
        asking = null;
        question.set(null);
    }

    /// Throws away what was asked about.
    public void throwAway() {
        var asked = question.get();
        keepAll();
        if (asked != null) {
            throwAway.accept(asked.ids());
        }
    }

    /// The one that a source is best laid beside: the first of its group, or for that the next one.
    @Nullable Source beside(Row.Member chosen) {
        return rows.get().stream()
                .filter(Row.Member.class::isInstance)
                .map(Row.Member.class::cast)
                .filter(each -> each.group() == chosen.group() && !each.equals(chosen))
                .findFirst()
                .map(Row.Member::source)
                .orElse(null);
    }
}
