package dev.pharos.ui.transcription;

import dev.pharos.engine.search.Hit;
import dev.pharos.engine.search.TextFinder;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.control.Finder;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Finding text in the transcript that is open, as it stands at the moment.
public final class Finding extends Finder {
    private static final int MOST = 10_000;

    /// One place where it stands.
    public record Match(int segment, Hit.Range range) {}

    /// All of them.
    ///
    /// @param now index of the one that is shown, -1 where there is none
    /// @param bySegment the same, for each segment that has any
    public record Found(List<Match> matches, int now, Map<Integer, List<Hit.Range>> bySegment) {
        static final Found NONE = new Found(List.of(), -1, Map.of());

        static Found of(List<Match> matches, int now) {
            return new Found(
                    List.copyOf(matches),
                    now,
                    matches.stream()
                            .collect(
                                    Collectors.groupingBy(
                                            Match::segment,
                                            Collectors.mapping(
                                                    Match::range, Collectors.toList()))));
        }

        List<Hit.Range> in(int segment) {
            return bySegment.getOrDefault(segment, List.of());
        }

        public @Nullable Match current() {
            return now < 0 ? null : matches.get(now);
        }
    }

    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(Found.NONE);
    private final ObservableValue<Count> count =
            found.map(all -> new Count(all.matches().size(), all.now(), false));
    private final ReadOnlyObjectProperty<@Nullable Transcript> transcript;

    public Finding(ReadOnlyObjectProperty<@Nullable Transcript> transcript) {
        this.transcript = transcript;
        transcript.subscribe((_, _) -> find(found.get().now()));
    }

    @Override
    public ObservableValue<Count> count() {
        return count;
    }

    @Override
    public void end() {
        wantedProperty().set("");
    }

    public ReadOnlyObjectProperty<Found> foundProperty() {
        return found.getReadOnlyProperty();
    }

    @Override
    protected void step(int by) {
        var all = found.get();
        if (!all.matches().isEmpty()) {
            int now = Math.floorMod(all.now() + by, all.matches().size());
            found.set(new Found(all.matches(), now, all.bySegment()));
        }
    }

    @Override
    protected void find() {
        find(0);
    }

    /// @param at index of the place to be shown
    private void find(int at) {
        var now = transcript.get();
        var what = wanted();
        if (now == null || what == null) {
            found.set(Found.NONE);
            return;
        }
        var matches = new ArrayList<Match>();
        for (int i = 0; i < now.segments().size(); i++) {
            int segment = i;
            TextFinder.find(now.segments().get(i).text(), what, MOST, Progress.NONE)
                    .forEach(range -> matches.add(new Match(segment, range)));
        }
        int last = matches.size() - 1;
        found.set(Found.of(matches, Math.min(Math.max(at, 0), last)));
    }
}
