package dev.pharos.ui.making;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.Trash;
import dev.pharos.engine.making.Made;
import dev.pharos.engine.making.Made.Change.Conflict;
import dev.pharos.engine.making.MadeNote;
import dev.pharos.engine.note.Notes;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.ui.making.MakingViewModel.Result;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Where the open note comes from, if it was made, and what making it again has changed in it until
/// somebody has decided on that. For the JavaFX thread.
public final class MadeViewModel {

    /// What is known of the open note.
    ///
    /// @param from what it was made from; null where that is gone
    /// @param thrownAway whether it is in the trash
    public record From(
            MadeNote made, @Nullable Source from, boolean thrownAway, List<Source> templates) {}

    /// What is read of it.
    ///
    /// @param conflict with what was made last, wherever that was; null where there is none
    private record Known(From from, @Nullable Result conflict) {}

    private final Library library;
    private final Background background;
    private final ReadOnlyObjectWrapper<@Nullable From> from = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Result> change = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper disputed = new ReadOnlyBooleanWrapper();
    private final Map<SourceId, Result> undecided = new HashMap<>();
    private Consumer<SourceId> differing = _ -> {};
    private Runnable settled = () -> {};
    private @Nullable SourceId note;

    public MadeViewModel(Library library, Background background) {
        this.library = library;
        this.background = background;
    }

    /// Null where the open note was not made.
    public ReadOnlyObjectProperty<@Nullable From> fromProperty() {
        return from.getReadOnlyProperty();
    }

    /// What making it again has changed; null where nothing is to be decided.
    public ReadOnlyObjectProperty<@Nullable Result> changeProperty() {
        return change.getReadOnlyProperty();
    }

    /// Why a change could not be taken back, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Whether a change cannot be taken back, since its owner has changed the same lines since, or
    /// it was made again.
    public ReadOnlyBooleanProperty disputedProperty() {
        return disputed.getReadOnlyProperty();
    }

    /// @param shows the difference to the version before, of the note that is open
    /// @param over is called when somebody has decided on it
    public void onDifference(Consumer<SourceId> shows, Runnable over) {
        differing = shows;
        settled = over;
    }

    /// @param open null where no note is
    public void open(@Nullable SourceId open) {
        if (open == null || !open.equals(note)) {
            from.set(null);
        }
        note = open;
        problem.set(null);
        disputed.set(false);
        change.set(open == null ? null : undecided.get(open));
        if (open != null) {
            read(open);
        }
    }

    private void read(SourceId open) {
        background
                .<Optional<Known>>job(
                        _ -> library.making().made().find(open).map(this::known),
                        outcome -> {
                            if (open.equals(note) && outcome instanceof Outcome.Done(var found)) {
                                from.set(found.map(Known::from).orElse(null));
                                settle(open, found.map(Known::conflict).orElse(null));
                            }
                        })
                .start();
    }

    private Known known(MadeNote made) {
        var there = library.sources().find(made.source());
        var thrown =
                there.isPresent()
                        ? Optional.<Source>empty()
                        : library.trash().find(made.source()).map(Trash.Trashed::source);
        var about =
                new From(
                        made,
                        there.or(() -> thrown).orElse(null),
                        thrown.isPresent(),
                        library.notes().templates());
        return new Known(about, conflict(made).orElse(null));
    }

    private Optional<Result> conflict(MadeNote made) {
        var refused = made.details().refused();
        return refused == null
                ? Optional.empty()
                : library.notes().versions(made.note()).stream()
                        .map(Notes.Version::revision)
                        .filter(each ->
                                library.notes()
                                        .text(made.note(), each)
                                        .filter(refused::equals)
                                        .isPresent())
                        .findFirst()
                        .flatMap(kept ->
                                library.sources()
                                        .find(made.note())
                                        .map(of -> new Made(of, made, new Conflict(kept))))
                        .map(each -> new Result(each, null));
    }

    /// A conflict begins, and ends, wherever a note is made or decided on.
    private void settle(SourceId open, @Nullable Result conflict) {
        var told = undecided.get(open);
        if (conflict == null) {
            if (told != null && told.made().change() instanceof Conflict) {
                undecided.remove(open);
            }
        } else if (told == null || !told.made().change().equals(conflict.made().change())) {
            undecided.put(open, conflict);
        }
        change.set(undecided.get(open));
    }

    /// Whether this note is open and was made.
    public boolean isOf(SourceId made) {
        var now = from.get();
        return now != null && now.made().note().equals(made);
    }

    /// Notes were made.
    public void made(List<Result> results) {
        for (var result : results) {
            var id = result.made().note().id();
            boolean news =
                    result.earlier() != null
                            && (result.made().change() instanceof Made.Change.Rewritten
                                    || result.made().change() instanceof Conflict);
            if (news) {
                undecided.put(id, result);
            }
            if (id.equals(note)) {
                open(id);
                if (news) {
                    differing.accept(id);
                }
            }
        }
    }

    /// Shows what was changed.
    void showDifference() {
        if (note != null) {
            differing.accept(note);
        }
    }

    /// What was made stays; in a conflict, what its owner wrote.
    void keep() {
        var now = change.get();
        if (now == null) {
            return;
        }
        if (now.made().change() instanceof Conflict) {
            decide(now, () -> library.making().keep(now.made().note().id()));
        } else {
            decided(now);
        }
    }

    /// Back to the text before; in a conflict, on to what was made.
    void turn() {
        var now = change.get();
        if (now == null) {
            return;
        }
        decide(
                now,
                () ->
                        switch (now.made().change()) {
                            case Conflict(var kept) -> take(now.made().note(), kept);
                            case Made.Change.Rewritten _ -> takeBack(now);
                            case Made.Change.Created _, Made.Change.Unchanged _ -> true;
                        });
    }

    /// Something that may be refused: then nothing is decided.
    private interface Decision {
        boolean carriedOut() throws ProblemException;
    }

    private void decide(Result now, Decision decision) {
        background
                .<Boolean>job(_ -> decision.carriedOut(), outcome -> turned(now, outcome))
                .start();
    }

    private boolean take(Source made, int kept) throws ProblemException {
        library.notes().restore(made.id(), kept);
        return library.making().keep(made.id());
    }

    private void turned(Result now, Outcome<Boolean> outcome) {
        boolean open = now.made().note().id().equals(note);
        switch (outcome) {
            case Outcome.Done(var back) -> {
                if (back) {
                    decided(now);
                } else if (open && now.made().change() instanceof Made.Change.Rewritten) {
                    disputed.set(true);
                }
            }
            case Outcome.Failed(var why) -> {
                if (open) {
                    problem.set(why);
                }
            }
            case Outcome.Cancelled() -> {}
        }
    }

    private boolean takeBack(Result done) throws ProblemException {
        var earlier = done.earlier();
        return earlier == null
                || library.making().takeBack(done.made(), earlier.made(), earlier.note());
    }

    private void decided(Result over) {
        var id = over.made().note().id();
        undecided.remove(id, over);
        if (id.equals(note)) {
            open(id);
            settled.run();
        }
    }
}
