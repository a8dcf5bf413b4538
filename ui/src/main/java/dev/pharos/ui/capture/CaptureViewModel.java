package dev.pharos.ui.capture;

import dev.pharos.engine.note.Note;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A thought that is being typed and becomes a note when its user says so. Until then it is kept as
/// it is typed: neither hiding it nor the end of the program, however that comes, loses it.
public final class CaptureViewModel {
    private static final int LONGEST_TITLE = 80;

    /// Makes a note.
    @FunctionalInterface
    public interface Notes {
        Note create(String title, String markdown) throws ProblemException;
    }

    private final Notes notes;
    private final KeptDraft draft;
    private final Background background;
    private final Executor pause;
    private final Supplier<String> untitled;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper keeping = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private Consumer<Note> kept = _ -> {};
    private boolean loaded;

    /// What is typed now; for those that write it.
    private volatile String newest = "";

    /// @param pause runs what it is given soon, while text is typed
    /// @param untitled names a note that begins with no words
    public CaptureViewModel(
            Notes notes,
            KeptDraft draft,
            Background background,
            Executor pause,
            Supplier<String> untitled) {
        this.notes = notes;
        this.draft = draft;
        this.background = background;
        this.pause = pause;
        this.untitled = untitled;
        text.subscribe((_, now) -> {
            newest = now;
            problem.set(null);
            pause.execute(this::save);
        });
    }

    /// What is typed, in Markdown; its first line is the title.
    public StringProperty textProperty() {
        return text;
    }

    /// It is becoming a note.
    public ReadOnlyBooleanProperty keepingProperty() {
        return keeping.getReadOnlyProperty();
    }

    /// Why it could not become a note or be kept as it is, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// @param heard hears of each note
    public void onKept(Consumer<Note> heard) {
        kept = heard;
    }

    /// Brings back what was typed when the program was last running.
    public void load() {
        background
                .<String>job(
                        _ -> draft.read(),
                        outcome -> {
                            switch (outcome) {
                                case Outcome.Done(var before) -> begin(before);
                                case Outcome.Failed(var why) -> {
                                    begin("");
                                    problem.set(why);
                                }
                                case Outcome.Cancelled() -> {}
                            }
                        })
                .start();
    }

    /// What has been typed since the start comes after that.
    private void begin(String before) {
        loaded = true;
        if (!before.isEmpty()) {
            text.set(text.get().isEmpty() ? before : before + "\n\n" + text.get());
        } else if (!text.get().isEmpty()) {
            save();
        }
    }

    /// Keeps what is typed as it is, at the next moment.
    public void save() {
        if (!loaded) {
            return;
        }
        background
                .<Boolean>job(
                        _ -> {
                            write();
                            return true;
                        },
                        outcome -> {
                            if (outcome instanceof Outcome.Failed(var why)) {
                                problem.set(why);
                            }
                        })
                .start();
    }

    /// Whoever comes last has the newest text, whichever thread it is on.
    private void write() {
        synchronized (draft) {
            draft.write(newest);
        }
    }

    /// Keeps what is typed as it is, where nothing can come later.
    ///
    /// @return why that could not be, or null
    public @Nullable Problem saveBeforeClosing() {
        if (!loaded && text.get().isEmpty()) {
            return null;
        }
        var outcome =
                Background.<Boolean>runHere(_ -> {
                    if (!loaded) {
                        String before = draft.read();
                        newest = before.isEmpty() ? newest : before + "\n\n" + newest;
                    }
                    write();
                    return true;
                });
        return outcome instanceof Outcome.Failed(var why) ? why : null;
    }

    /// Makes a note of what is typed. What cannot become one stays.
    public void keep() {
        String typed = text.get();
        if (typed.isBlank() || keeping.get()) {
            return;
        }
        keeping.set(true);
        problem.set(null);
        background
                .<Note>job(
                        _ -> notes.create(title(typed), body(typed)),
                        outcome -> {
                            switch (outcome) {
                                case Outcome.Done(var note) -> {
                                    text.set(rest(typed));
                                    save();
                                    kept.accept(note);
                                }
                                case Outcome.Failed(var why) -> problem.set(why);
                                case Outcome.Cancelled() -> {}
                            }
                            keeping.set(false);
                        })
                .start();
    }

    /// What was typed while the note was made.
    private String rest(String typed) {
        return text.get().equals(typed) ? "" : text.get();
    }

    private String title(String typed) {
        String line = firstLine(typed).replaceFirst("^#+\\s*", "").strip();
        if (line.isEmpty()) {
            return untitled.get();
        }
        if (line.length() <= LONGEST_TITLE) {
            return line;
        }
        int word = line.lastIndexOf(' ', LONGEST_TITLE);
        return line.substring(0, word > 0 ? word : LONGEST_TITLE) + "…";
    }

    /// Without the line that is the title, unless that was cut.
    private static String body(String typed) {
        String line = firstLine(typed);
        String all = typed.strip();
        return line.length() > LONGEST_TITLE ? all : all.substring(line.length()).strip();
    }

    private static String firstLine(String typed) {
        return typed.strip().lines().findFirst().orElse("");
    }
}
