package dev.pharos.ui.note;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.note.Note;
import dev.pharos.engine.note.Notes;
import dev.pharos.engine.note.Quote;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.ui.control.Where;
import dev.pharos.ui.document.Opening;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Begins notes: an empty one, that of today, one from a template, one that a link names. For the
/// JavaFX thread.
public final class NewNotes {
    private static final String DAILY = "Daily";

    private final Notes notes;
    private final Arrivals arrivals;
    private final Supplier<List<Source>> sources;
    private final Background background;
    private final Opening opening;
    private final String untitled;
    private final Set<String> beginning = new HashSet<>();
    private final Map<String, Note> begun = new HashMap<>();
    private Consumer<Problem> trouble = _ -> {};
    private Consumer<List<Source>> choosing = _ -> {};

    /// @param sources all that are known
    /// @param untitled what a new note is called until it has a name
    public NewNotes(
            Notes notes,
            Arrivals arrivals,
            Supplier<List<Source>> sources,
            Background background,
            Opening opening,
            String untitled) {
        this.notes = notes;
        this.arrivals = arrivals;
        this.sources = sources;
        this.background = background;
        this.opening = opening;
        this.untitled = untitled;
    }

    /// @param heard what kept a note from being begun
    public void onTrouble(Consumer<Problem> heard) {
        trouble = heard;
    }

    /// @param heard the templates of which one is to be chosen; there may be none
    public void onChoosing(Consumer<List<Source>> heard) {
        choosing = heard;
    }

    /// A note from a template that is chosen first.
    public void choose() {
        templates(choosing);
    }

    /// An empty note, to be named and written.
    public void empty() {
        create(() -> notes.create(untitled, "", ""), true);
    }

    /// The note of today, begun from the template `Daily` where there is one.
    public void today() {
        String day = LocalDate.now().toString();
        sources.get().stream()
                .filter(each -> each.kind() == SourceKind.NOTE)
                .filter(each -> Note.name(each.path()).equals(day))
                .findFirst()
                .ifPresentOrElse(
                        there -> opening.open(Target.of(there)),
                        () -> once(DAILY + "/" + day, () -> notes.create(day, daily(day), DAILY)));
    }

    /// Begins a note that there is one of: whoever asks for it again before the list of sources
    /// knows it gets the same.
    private void once(String path, Creation creation) {
        if (beginning.add(path)) {
            var earlier = begun.get(path);
            create(
                    () -> earlier == null || !isThere(earlier) ? creation.make() : earlier,
                    note -> {
                        begun.put(path, note);
                        arrivals.write(note.id(), false);
                        opening.open(Target.of(note.source()));
                    },
                    () -> beginning.remove(path));
        }
    }

    private boolean isThere(Note earlier) {
        return notes.find(earlier.id())
                .filter(now -> now.source().path().equals(earlier.source().path()))
                .isPresent();
    }

    private String daily(String day) throws ProblemException {
        for (var template : notes.templates()) {
            if (template.title().equalsIgnoreCase(DAILY)) {
                return notes.filled(template.id(), day);
            }
        }
        return "";
    }

    /// A note that begins as a template says.
    public void from(SourceId template) {
        create(() -> notes.create(untitled, notes.filled(template, untitled), ""), true);
    }

    /// Gives the templates that there are.
    void templates(Consumer<List<Source>> then) {
        background
                .<List<Source>>job(
                        _ -> notes.templates(),
                        outcome -> {
                            if (outcome instanceof Outcome.Done(var all)) {
                                then.accept(all);
                            }
                        })
                .start();
    }

    /// The note that a link leads to as soon as it is there.
    ///
    /// @param target as written in the link, with folders where it has some
    void named(String target) {
        int slash = target.lastIndexOf('/');
        String folder = slash < 0 ? "" : target.substring(0, slash);
        once(target, () -> notes.create(target.substring(slash + 1), "", folder));
    }

    /// A note about words of a source, in the other half of the window.
    public void about(Quote quote) {
        create(
                () ->
                        notes.create(
                                quote.title(),
                                quote.markdown(notes.links().target(quote.source())),
                                ""),
                note -> {
                    arrivals.goOn(note.id());
                    opening.open(Target.of(note.source()), Where.BESIDE);
                });
    }

    private interface Creation {
        Note make() throws ProblemException;
    }

    private void create(Creation creation, boolean nameless) {
        create(
                creation,
                note -> {
                    arrivals.write(note.id(), nameless);
                    opening.open(Target.of(note.source()));
                });
    }

    private void create(Creation creation, Consumer<Note> then) {
        create(creation, then, () -> {});
    }

    /// @param ended runs whatever came of it
    private void create(Creation creation, Consumer<Note> then, Runnable ended) {
        background
                .<Note>job(
                        _ -> creation.make(),
                        outcome -> {
                            ended.run();
                            switch (outcome) {
                                case Outcome.Done(var note) -> then.accept(note);
                                case Outcome.Failed(var why) -> trouble.accept(why);
                                case Outcome.Cancelled() -> {}
                            }
                        })
                .start();
    }
}
