package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.note.Note;
import dev.pharos.engine.note.Notes;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/// `pharos notes`: the notes of the library; to look at, to write and to rename.
@Command(name = "notes")
final class NotesCommand implements Callable<Integer> {
    private static final DateTimeFormatter SAVED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Texts.LOCALE)
                    .withZone(ZoneId.systemDefault());

    /// What to do, and how many words it takes.
    enum Action {
        LIST(0),
        NEW(1),
        SHOW(1),
        RENAME(2),
        BACKLINKS(1),
        VERSIONS(1),
        RESTORE(2),
        KEEP(1),
        QUIZ(1),
        /// One or more.
        MAKE(1);

        private final int words;

        Action(int words) {
            this.words = words;
        }
    }

    private final Session session;

    @Spec @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ACTION", descriptionKey = "ACTION", arity = "0..1")
    Action action = Action.LIST;

    @Parameters(index = "1..*", paramLabel = "WORD", descriptionKey = "WORD", arity = "0..*")
    List<String> words = List.of();

    @Option(names = "--text", paramLabel = "MARKDOWN")
    String markdown = "";

    @Option(names = "--folder", paramLabel = "FOLDER")
    String folder = "";

    @Mixin NoteMakingRun making = new NoteMakingRun();

    NotesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException {
        boolean several = action == Action.MAKE && words.size() > 1;
        if (words.size() != action.words && !several) {
            throw Session.wrongUsage(Objects.requireNonNull(spec), "usage.notes");
        }
        if (making.used() && action != Action.MAKE) {
            throw Session.wrongUsage(Objects.requireNonNull(spec), "usage.notesMake");
        }
        return switch (action) {
            case LIST, SHOW, BACKLINKS, VERSIONS -> {
                try (var library = session.open(Library.Access.READ)) {
                    look(library);
                }
                yield ExitCode.DONE;
            }
            case NEW, RENAME, RESTORE, KEEP -> {
                try (var library = session.open(Library.Access.WRITE)) {
                    change(library);
                }
                yield ExitCode.DONE;
            }
            case QUIZ -> {
                try (var library = session.open(Library.Access.WRITE)) {
                    quiz(library);
                }
                yield ExitCode.DONE;
            }
            case MAKE -> {
                var chat = new ChatChoice(null, null, false);
                if (making.contradicts()) {
                    throw Session.wrongUsage(Objects.requireNonNull(spec), "usage.notesMakeHow");
                }
                try (var library =
                        session.open(
                                Library.Access.WRITE,
                                () -> chat.over(session.wiring(), System.getenv()))) {
                    yield making.of(words, session, library);
                }
            }
        };
    }

    private void look(Library library) throws ProblemException {
        switch (action) {
            case SHOW -> show(note(library));
            case BACKLINKS -> backlinks(library);
            case VERSIONS -> versions(library.notes(), note(library));
            default -> list(library);
        }
    }

    private void change(Library library) throws ProblemException {
        var notes = library.notes();
        switch (action) {
            case NEW -> tell(notes.create(words.getFirst(), markdown, folder).source());
            case RENAME -> {
                var renamed = notes.rename(note(library).id(), words.getLast());
                var told =
                        new NoteOutput.Renamed(
                                renamed.note().toString(),
                                renamed.from(),
                                renamed.to(),
                                renamed.changed().size() - 1);
                if (session.json()) {
                    session.printJson(told);
                } else {
                    session.print(
                            text("notes.renamed", told.from(), told.to(), told.notesChanged()));
                }
            }
            case KEEP -> keep(library);
            default -> {
                var note = note(library);
                int revision = revision(notes, note);
                notes.restore(note.id(), revision);
                versions(notes, note);
            }
        }
    }

    private void quiz(Library library) throws ProblemException {
        var source = ShowCommand.source(library, words.getFirst());
        try (var bar = session.bar("progress.quiz")) {
            var quiz = library.talk().quizzes().of(source.id(), bar);
            bar.close();
            if (quiz.earlier()) {
                session.tell(text("quiz.there"));
            }
            tell(quiz.note().source());
        }
    }

    /// Ends the conflict of a made note: its owner's lines stay, all others that were made come in.
    private void keep(Library library) throws ProblemException {
        var note = note(library);
        boolean open =
                library.making()
                        .made()
                        .find(note.id())
                        .filter(made -> made.details().refused() != null)
                        .isPresent();
        String told =
                !open
                        ? text("notes.noConflict")
                        : library.making().keep(note.id())
                                ? text("notes.settled", note.title())
                                : text("notes.changedMeanwhile");
        session.tell(told);
    }

    private int revision(Notes notes, Note note) {
        var known = notes.versions(note.id()).stream().map(Notes.Version::revision).toList();
        return known.stream()
                .filter(each -> each.toString().equals(words.getLast()))
                .findFirst()
                .orElseThrow(() ->
                        Session.wrongUsage(
                                Objects.requireNonNull(spec),
                                "usage.noteVersion",
                                words.getLast()));
    }

    private void list(Library library) {
        var notes =
                library.sources().all().stream()
                        .filter(source -> source.kind() == SourceKind.NOTE)
                        .toList();
        notes.forEach(this::tell);
        if (notes.isEmpty() && session.terminal()) {
            session.tell(text("notes.none"));
        }
    }

    private void tell(Source source) {
        if (session.json()) {
            session.printJson(NoteOutput.Listed.of(source));
        } else {
            String id = source.id().toString().substring(0, ListCommand.SHORT_ID);
            session.print(id + "  " + source.title());
        }
    }

    private Note note(Library library) throws ProblemException {
        var source = ShowCommand.source(library, words.getFirst());
        return library.notes()
                .find(source.id())
                .orElseThrow(
                        () -> new ProblemException(new Problem.NoSuchSource(words.getFirst())));
    }

    private void show(Note note) {
        if (session.json()) {
            session.printJson(
                    new NoteOutput.Shown(NoteOutput.Listed.of(note.source()), note.markdown()));
        } else {
            session.out().print(note.markdown());
        }
    }

    private void backlinks(Library library) throws ProblemException {
        var source = ShowCommand.source(library, words.getFirst());
        for (var link : library.notes().links().to(source.id())) {
            if (session.json()) {
                session.printJson(NoteOutput.Backlink.of(link));
            } else {
                session.print(link.from().title() + ": " + link.sentence());
            }
        }
    }

    private void versions(Notes notes, Note note) {
        for (var version : notes.versions(note.id())) {
            if (session.json()) {
                session.printJson(NoteOutput.Versioned.of(version));
            } else {
                session.print(
                        text(
                                version.imported() ? "notes.imported" : "notes.saved",
                                Integer.toString(version.revision()),
                                SAVED.format(version.saved()),
                                version.size()));
            }
        }
    }
}
