package dev.pharos.ui.note;

import dev.pharos.engine.document.Document;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.note.Merge;
import dev.pharos.engine.note.Note;
import dev.pharos.engine.note.Notes;
import dev.pharos.engine.problem.Problem;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// The note that is open: written, read, named, kept and thrown away. Every change is kept by
/// itself after a short pause. For the JavaFX thread.
public final class NoteViewModel {

    /// How a note is looked at.
    public enum Mode {
        SOURCE,
        SPLIT,
        READ;

        Mode next() {
            return values()[(ordinal() + 1) % values().length];
        }
    }

    /// What there is to show.
    public sealed interface State {
        record Nothing() implements State {}

        /// @param target where it stands open; a new one each time something is opened
        /// @param document the text that hits and citations count in, where one is opened
        record Open(SourceId note, Target target, @Nullable Document document) implements State {}

        /// It is in the trash, and can be taken back.
        record Trashed(SourceId note, String title) implements State {}
    }

    /// What is to be brought into view.
    public sealed interface Place {
        /// A heading or a block.
        ///
        /// @param anchor from `#` on
        record Anchor(String anchor) implements Place {}

        record Footnote(String label) implements Place {}

        /// @param at UTF-16 offset in the Markdown
        record Offset(int at) implements Place {}

        /// Behind the last word, to go on writing.
        record End() implements Place {}

        /// The title, to be written.
        record Title() implements Place {}
    }

    /// What the window gives.
    ///
    /// @param saving runs the newest command after a pause in the typing
    /// @param atLeast runs the newest command soon even where nobody pauses
    /// @param showing runs the newest command after a shorter pause
    public record Parts(
            Notes notes,
            Arrivals arrivals,
            Background background,
            Executor saving,
            Executor atLeast,
            Executor showing) {}

    private final Parts parts;
    private final Drafts drafts;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Nothing());
    private final ReadOnlyObjectWrapper<Draft.State> keeping =
            new ReadOnlyObjectWrapper<>(new Draft.State.Unchanged());
    private final ReadOnlyObjectWrapper<@Nullable Source> source = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<String> text = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<@Nullable Place> place = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.READ);
    private @Nullable Sheet sheet;
    private @Nullable Draft draft;
    private boolean showing;

    public NoteViewModel(Parts parts) {
        this.parts = parts;
        drafts = new Drafts(parts.notes(), parts.background());
        drafts.onMerged((merged, _) -> {
            if (merged == draft) {
                show(merged.text());
            }
        });
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Whether the newest words are kept.
    ReadOnlyObjectProperty<Draft.State> keepingProperty() {
        return keeping.getReadOnlyProperty();
    }

    /// What the library knows of the open note.
    public ReadOnlyObjectProperty<@Nullable Source> sourceProperty() {
        return source.getReadOnlyProperty();
    }

    /// The text as it was a moment ago: it follows what is written after a short pause.
    public ReadOnlyObjectProperty<String> textProperty() {
        return text.getReadOnlyProperty();
    }

    /// What is to be brought into view; a new one each time it is asked for.
    public ReadOnlyObjectProperty<@Nullable Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /// What has gone wrong last.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    public ObservableList<Unsaved> unsaved() {
        return drafts.unsaved();
    }

    Parts parts() {
        return parts;
    }

    Drafts drafts() {
        return drafts;
    }

    @Nullable Draft draft() {
        return draft;
    }

    @Nullable Sheet sheet() {
        return sheet;
    }

    void setSource(Source now) {
        source.set(now);
    }

    /// It was thrown away.
    void trashed(@Nullable Source thrown) {
        if (thrown != null) {
            leave();
            state.set(new State.Trashed(thrown.id(), thrown.title()));
        }
    }

    /// @param now what the open note is written on from now on
    void setSheet(Sheet now) {
        sheet = now;
        if (draft != null) {
            now.begin(draft.id(), draft.text());
        }
    }

    /// Opens a note; what was written in the one before is on its way to be kept.
    ///
    /// @param document the text that the target's place counts in, if it has one
    public void open(Note note, Target target, @Nullable Document document) {
        if (draft == null || !draft.id().equals(note.id())) {
            leave();
            begin(note);
        } else {
            newer(draft, note);
        }
        source.set(note.source());
        var arrival = parts.arrivals().of(note.id());
        var where = arrival == null ? null : arrival.place();
        if (target.place() != null && target.left() == null) {
            mode.set(Mode.READ);
        } else if (arrival != null && arrival.write()) {
            mode.set(mode.get() == Mode.SPLIT ? Mode.SPLIT : Mode.SOURCE);
        }
        state.set(new State.Open(note.id(), target, document));
        place.set(null);
        place.set(where);
    }

    void showAnchor(String anchor) {
        place.set(new Place.Anchor(anchor));
    }

    void showOffset(int at) {
        place.set(new Place.Offset(at));
    }

    void showFootnote(String label) {
        place.set(new Place.Footnote(label));
    }

    void tell(@Nullable Problem why) {
        problem.set(why);
    }

    private void begin(Note note) {
        var opened = drafts.open(note);
        draft = opened;
        if (sheet != null) {
            sheet.begin(opened.id(), opened.text());
        }
        newer(opened, note);
        text.set(opened.text());
        keeping.bind(opened.stateProperty());
    }

    /// Shows nothing any more; what was written is on its way to be kept.
    public void leave() {
        handIn();
        keeping.unbind();
        keeping.set(new Draft.State.Unchanged());
        problem.set(null);
        if (draft != null) {
            var left = draft;
            draft = null;
            drafts.leave(left);
        }
    }

    void handIn() {
        if (draft != null && sheet != null) {
            draft.setText(sheet.text());
        }
    }

    /// Something was written on the sheet.
    public void edited() {
        if (draft == null || showing) {
            return;
        }
        if (!(keeping.get() instanceof Draft.State.Disputed)) {
            draft.setState(new Draft.State.Saving());
        }
        parts.saving().execute(this::saveNow);
        parts.atLeast().execute(this::saveNow);
        parts.showing().execute(this::showText);
    }

    private void showText() {
        handIn();
        if (draft != null) {
            text.set(draft.text());
        }
    }

    /// Keeps the newest words without waiting for a pause, and what could not be kept before.
    public void saveNow() {
        handIn();
        if (draft != null) {
            drafts.save(draft);
        }
    }

    public void saveAgain() {
        handIn();
        drafts.saveAgain();
    }

    /// Puts another text in the place of the one that is written, as one change.
    public void write(String now) {
        if (sheet != null) {
            sheet.take(now);
        } else if (draft != null) {
            draft.setText(now);
            edited();
        }
        showText();
    }

    /// The newest text, with what was written a moment ago; empty where no note is open.
    String current() {
        handIn();
        return draft == null ? "" : draft.text();
    }

    private void show(String now) {
        showing = true;
        if (sheet != null) {
            sheet.take(now);
        }
        showing = false;
        text.set(now);
    }

    /// Ends a dispute about the text.
    ///
    /// @param mine whether my words are to stand in the lines that both have changed
    public void decide(boolean mine) {
        handIn();
        if (draft != null && mine) {
            drafts.keepMine(draft);
        } else if (draft != null) {
            drafts.takeTheirs(draft);
        }
    }

    /// The library has changed: takes over what others have changed in the open note.
    ///
    /// @param all sources as they are now
    public void changed(List<Source> all) {
        var open = draft;
        if (open == null || !(state.get() instanceof State.Open)) {
            return;
        }
        var now = all.stream().filter(each -> each.id().equals(open.id())).findFirst();
        if (now.isPresent() && !now.get().equals(source.get())) {
            source.set(now.get());
            open.setTitle(now.get().title());
        }
        boolean busy = open.busy();
        if (!busy && (now.isEmpty() || now.get().revision() > open.base())) {
            readAgain(open);
        }
    }

    /// What is gone was thrown away elsewhere in the window.
    private void readAgain(Draft open) {
        parts.background()
                .<Optional<Note>>job(
                        _ -> parts.notes().find(open.id()),
                        outcome -> {
                            if (outcome instanceof Outcome.Done(var note) && open == draft) {
                                note.ifPresentOrElse(
                                        each -> newer(open, each), () -> trashed(source.get()));
                            }
                        })
                .start();
    }

    /// Others may have changed what is open: where nobody contradicts, theirs comes in; else the
    /// next save tells.
    private void newer(Draft open, Note note) {
        if (open.busy()
                || note.revision() <= open.base()
                || open.stateProperty().get() instanceof Draft.State.Disputed) {
            return;
        }
        handIn();
        String before = open.kept();
        if (open.text().equals(before) || Merge.of(before, open.text(), note.markdown()).clean()) {
            open.rebase(note.revision(), note.markdown());
            drafts.merge(open, before, note.markdown());
        }
        drafts.save(open);
    }

    /// Keeps all that is not yet kept before it returns, as the window closes.
    ///
    /// @return what could not be kept
    public List<Unsaved> saveBeforeClosing() {
        handIn();
        return drafts.saveBeforeClosing();
    }

    /// The note that is open.
    SourceId note() {
        return Objects.requireNonNull(draft, "no note is open").id();
    }

    void withNote(Consumer<SourceId> with) {
        if (draft != null) {
            with.accept(draft.id());
        }
    }

    /// The title of the open note.
    String name() {
        return draft == null ? "" : draft.title();
    }
}
