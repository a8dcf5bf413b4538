package dev.pharos.ui.document;

import dev.pharos.engine.annotation.Highlight;
import dev.pharos.engine.annotation.Highlight.Colour;
import dev.pharos.engine.annotation.Highlights;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.Problem;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;
import dev.pharos.ui.work.Reload;
import dev.pharos.ui.work.Work;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/// The highlights of the source that is open: they are made, changed and taken away, each with a
/// way back. For the JavaFX thread.
public final class Marking {

    /// What has been done.
    public enum Done {
        MARKED,
        COLOURED,
        NOTED,
        REMOVED
    }

    /// Hears what happens.
    ///
    /// @param told what was done, and its way back
    /// @param changed something was, in this source
    public record Listener(
            BiConsumer<Done, Runnable> told,
            Consumer<Problem> trouble,
            Consumer<SourceId> changed) {}

    private final Highlights highlights;
    private final Background background;
    private final Reload<List<Highlight>> reload;
    private final Listener listener;
    private final ReadOnlyObjectWrapper<List<Highlight>> all =
            new ReadOnlyObjectWrapper<>(List.of());
    private @Nullable SourceId source;

    public Marking(Highlights highlights, Background background, Listener listener) {
        this.highlights = highlights;
        this.background = background;
        reload = new Reload<>(background);
        this.listener = listener;
    }

    /// In the order of their places.
    public ReadOnlyObjectProperty<List<Highlight>> allProperty() {
        return all.getReadOnlyProperty();
    }

    public Optional<Highlight> find(UUID id) {
        return all.get().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /// Takes over another source.
    public void in(@Nullable SourceId other) {
        if (other == null || !other.equals(source)) {
            all.set(List.of());
        }
        source = other;
        load();
    }

    /// Reads them again, if the source is open here.
    public void changed(SourceId where) {
        if (where.equals(source)) {
            load();
        }
    }

    private void load() {
        var asked = source;
        if (asked == null) {
            return;
        }
        reload.read(
                _ -> highlights.of(asked),
                outcome -> {
                    if (asked.equals(source) && outcome instanceof Outcome.Done(var now)) {
                        all.set(now);
                    }
                });
    }

    /// @param start offset into the text of the source
    /// @param then takes what was made
    public void mark(int start, int end, Colour colour, Consumer<Highlight> then) {
        var where = source;
        if (where != null) {
            change(
                    where,
                    Done.MARKED,
                    _ -> highlights.add(where, start, end, colour, ""),
                    change -> change.after().stream().findFirst().ifPresent(then));
        }
    }

    public void colour(Highlight highlight, Colour colour) {
        change(
                highlight.source(),
                Done.COLOURED,
                _ -> highlights.colour(highlight.id(), colour),
                _ -> {});
    }

    /// @param note may be empty
    public void note(Highlight highlight, String note) {
        if (!note.strip().equals(highlight.note())) {
            change(
                    highlight.source(),
                    Done.NOTED,
                    _ -> highlights.note(highlight.id(), note.strip()),
                    _ -> {});
        }
    }

    public void remove(Highlight highlight) {
        change(
                highlight.source(),
                Done.REMOVED,
                _ -> highlights.remove(Set.of(highlight.id())),
                _ -> {});
    }

    private void change(
            SourceId where,
            Done done,
            Work<Highlights.Change> work,
            Consumer<Highlights.Change> then) {
        background
                .job(
                        work,
                        (Outcome<Highlights.Change> outcome) -> {
                            switch (outcome) {
                                case Outcome.Done(var change) -> {
                                    listener.changed().accept(where);
                                    listener.told().accept(done, () -> undo(where, change));
                                    then.accept(change);
                                }
                                case Outcome.Failed(var problem) ->
                                        listener.trouble().accept(problem);
                                case Outcome.Cancelled() -> {}
                            }
                        })
                .start();
    }

    private void undo(SourceId where, Highlights.Change change) {
        background
                .<Boolean>job(
                        _ -> {
                            highlights.undo(change);
                            return true;
                        },
                        outcome -> {
                            listener.changed().accept(where);
                            if (outcome instanceof Outcome.Failed(var problem)) {
                                listener.trouble().accept(problem);
                            }
                        })
                .start();
    }

    /// Gives all of them as Markdown.
    ///
    /// @param place says where one stands
    public void markdown(Function<Highlight, String> place, Consumer<String> then) {
        var where = source;
        if (where == null) {
            return;
        }
        background
                .<String>job(
                        _ -> highlights.markdown(where, place),
                        outcome -> {
                            switch (outcome) {
                                case Outcome.Done(var words) -> then.accept(words);
                                case Outcome.Failed(var problem) ->
                                        listener.trouble().accept(problem);
                                case Outcome.Cancelled() -> {}
                            }
                        })
                .start();
    }
}
