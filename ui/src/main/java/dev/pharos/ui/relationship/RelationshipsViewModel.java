package dev.pharos.ui.relationship;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.relationship.Relationship;
import dev.pharos.engine.relationship.Relationship.State;
import dev.pharos.engine.relationship.Relationships;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Job;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// How the source that is open has to do with others. It is read while it is to be seen; the
/// library is searched for it once, and again once it has another text. For the JavaFX thread.
public final class RelationshipsViewModel {

    /// Hears of a decision.
    @FunctionalInterface
    public interface News {
        /// @param back takes it back
        void decided(Relationship.State decision, String other, Runnable back);
    }

    /// What there is to show.
    ///
    /// @param known the accepted ones first, then the strongest; nothing that was dismissed
    /// @param looking whether more may come
    record Shown(List<Known> known, boolean looking) {
        static final Shown NOTHING = new Shown(List.of(), false);

        Shown {
            known = List.copyOf(known);
        }
    }

    private final Relationships relationships;
    private final Sources sources;
    private final Background background;
    private final News news;
    private final Consumer<Problem> trouble;
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Shown> state = new ReadOnlyObjectWrapper<>(Shown.NOTHING);

    /// What was searched, by the text that it had.
    private final Map<SourceId, Integer> searched = new HashMap<>();

    private @Nullable SourceId source;
    private boolean opened;
    private boolean searching;
    private @Nullable Job newest;

    /// @param trouble hears why something could not be decided
    public RelationshipsViewModel(
            Relationships relationships,
            Sources sources,
            Background background,
            News news,
            Consumer<Problem> trouble) {
        this.relationships = relationships;
        this.sources = sources;
        this.background = background;
        this.news = news;
        this.trouble = trouble;
        shown.subscribe((_, _) -> look());
    }

    /// Whether it is to be seen; nothing is read before.
    public BooleanProperty shownProperty() {
        return shown;
    }

    ReadOnlyObjectProperty<Shown> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// @param of the source that is open
    public void open(SourceId of) {
        if (!of.equals(source)) {
            source = of;
            opened = true;
            searching = false;
            state.set(Shown.NOTHING);
            look();
        }
    }

    /// The library has changed.
    public void changed() {
        look();
    }

    private void look() {
        var of = source;
        if (of != null && shown.get() && !searching) {
            begin(of, _ -> relationships.of(of), true);
        }
    }

    private interface Reading {
        List<Relationship> read(Progress progress) throws ProblemException;
    }

    /// What is known of a source.
    ///
    /// @param text a hash of it
    /// @param note whether somebody may be writing it
    private record Read(List<Known> known, int text, boolean note) {}

    /// @param first whether the library is to be searched afterwards, unless it was for that text
    private void begin(SourceId of, Reading reading, boolean first) {
        if (newest != null) {
            newest.cancel();
        }
        var mine = new Job[1];
        mine[0] =
                background.<Read>job(
                        progress -> {
                            var document = sources.document(of);
                            return new Read(
                                    known(of, reading.read(progress)),
                                    document.map(each -> each.text().hashCode()).orElse(0),
                                    document.filter(each -> each.kind() == SourceKind.NOTE)
                                            .isPresent());
                        },
                        outcome -> {
                            if (mine[0] == newest) {
                                show(of, outcome, first);
                            } else if (outcome instanceof Outcome.Cancelled) {
                                searched.remove(of); // another time
                            }
                        });
        newest = mine[0];
        newest.start();
    }

    /// What cannot be searched, such as a recording without words, has what it has.
    private void show(SourceId of, Outcome<Read> outcome, boolean first) {
        var read = outcome instanceof Outcome.Done(var now) ? now : null;
        searching = first && read != null && stale(of, read);
        state.set(new Shown(read == null ? state.get().known() : read.known(), searching));
        if (searching) {
            begin(of, progress -> relationships.find(of, progress), false);
        }
    }

    /// Whether it was not searched as it is. A note that is being written is searched when it is
    /// opened, not at each word.
    private boolean stale(SourceId of, Read now) {
        var before = searched.get(of);
        boolean other = before == null || before != now.text() && (opened || !now.note());
        opened = false;
        if (other) {
            searched.put(of, now.text());
        }
        return other;
    }

    private List<Known> known(SourceId of, List<Relationship> all) {
        var open = sources.find(of);
        return open.isEmpty()
                ? List.of()
                : all.stream()
                        .filter(each -> each.state() != State.DISMISSED)
                        .flatMap(each -> known(each, open.get()).stream())
                        .sorted((one, other) -> Boolean.compare(other.accepted(), one.accepted()))
                        .toList();
    }

    private Optional<Known> known(Relationship each, Source open) {
        return sources.find(each.other(open.id())).map(other -> Known.of(each, open, other));
    }

    void accept(Known known) {
        decide(known, State.ACCEPTED);
    }

    void dismiss(Known known) {
        decide(known, State.DISMISSED);
    }

    void reopen(Known known) {
        decide(known, State.SUGGESTED);
    }

    private void decide(Known known, State decision) {
        var before = known.all();
        set(
                before,
                decision,
                () ->
                        news.decided(
                                decision,
                                known.other().title(),
                                () -> set(before, before.state(), () -> {})));
    }

    private void set(Relationship of, State decision, Runnable then) {
        background.<Boolean>keep(
                _ -> {
                    switch (decision) {
                        case ACCEPTED -> relationships.accept(of);
                        case DISMISSED -> relationships.dismiss(of);
                        case SUGGESTED -> relationships.reopen(of);
                    }
                    return true;
                },
                outcome -> {
                    switch (outcome) {
                        case Outcome.Done<Boolean> _ -> then.run();
                        case Outcome.Failed(var why) -> trouble.accept(why);
                        case Outcome.Cancelled() -> {}
                    }
                    look();
                });
    }
}
