package dev.pharos.ui.document;

import dev.pharos.engine.search.Hit;
import dev.pharos.engine.search.TextFinder;
import dev.pharos.ui.control.Finder;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Job;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Finding words in the source that is open, on a worker, since a source may be long. For the
/// JavaFX thread.
public final class SourceFinding extends Finder {
    private static final int MOST = 10_000;

    /// What was found.
    ///
    /// @param ranges offsets into the text of the whole source, in order
    /// @param now index of the one that is shown, -1 where there is none
    /// @param more whether there are more than these
    public record Found(List<Hit.Range> ranges, int now, boolean more) {
        static final Found NONE = new Found(List.of(), -1, false);

        public Found {
            ranges = List.copyOf(ranges);
        }
    }

    private final Background background;
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(Found.NONE);
    private final ObservableValue<Count> count;
    private String text = "";
    private boolean begun;
    private int from;
    private @Nullable Job looking;

    public SourceFinding(Background background) {
        this.background = background;
        count = found.map(all -> new Count(all.ranges().size(), all.now(), all.more()));
    }

    @Override
    public ObservableValue<Count> count() {
        return count;
    }

    public ReadOnlyObjectProperty<Found> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /// Looks in another text from now on.
    void in(String other) {
        if (text.equals(other)) {
            return;
        }
        text = other;
        from = 0;
        find();
    }

    /// @param offset where one reads; the first place from there on is shown
    void begin(int offset) {
        begun = true;
        from = offset;
        find();
    }

    @Override
    public void end() {
        begun = false;
        find();
    }

    @Override
    protected void find() {
        if (looking != null) {
            looking.cancel();
            looking = null;
        }
        var what = wanted();
        if (!begun || what == null) {
            found.set(Found.NONE);
            return;
        }
        String where = text;
        var asked = new Job[1];
        asked[0] =
                background.<List<Hit.Range>>job(
                        progress -> TextFinder.find(where, what, MOST + 1, progress),
                        outcome -> {
                            if (asked[0] == looking
                                    && outcome instanceof Outcome.Done(var ranges)) {
                                looking = null;
                                show(ranges);
                            }
                        });
        looking = asked[0];
        looking.start();
    }

    private void show(List<Hit.Range> ranges) {
        boolean more = ranges.size() > MOST;
        var some = more ? ranges.subList(0, MOST) : ranges;
        int first = Overlay.firstBehind(some, from);
        found.set(new Found(some, some.isEmpty() ? -1 : first % some.size(), more));
    }

    @Override
    protected void step(int by) {
        var all = found.get();
        if (!all.ranges().isEmpty()) {
            int now = Math.floorMod(all.now() + by, all.ranges().size());
            from = all.ranges().get(now).start();
            found.set(new Found(all.ranges(), now, all.more()));
        }
    }
}
