package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.RecordNote;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.DiskSpace;
import dev.pharos.engine.recording.Recorder;
import dev.pharos.engine.recording.Recorder.Recorded;
import dev.pharos.engine.transcription.TranscriptionOptions;
import dev.pharos.engine.work.WholeFile;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/// `pharos record`: captures sound until it is told to end, into the library or into a file.
/// However it ends, what was heard is kept.
@Command(name = "record")
final class RecordCommand implements Callable<Integer> {
    private static final DateTimeFormatter STARTED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss").withZone(ZoneId.systemDefault());

    /// An extension that promises something else; `talk 2.30` has none.
    private static final Pattern OTHER_FORMAT =
            Pattern.compile("(?i)\\.(?!wave?$)(?=\\d*[a-z])[a-z0-9]{2,5}$");

    private final Session session;

    @Spec @Nullable CommandSpec spec;

    @Option(names = "--list")
    boolean list;

    @Option(names = "--recover")
    boolean recover;

    @Option(names = "--input", paramLabel = "ID")
    @Nullable String input;

    @Option(names = "--seconds", paramLabel = "N")
    @Nullable Integer seconds;

    @Option(names = "--title", paramLabel = "TEXT")
    @Nullable String title;

    @Option(names = "--out", paramLabel = "FILE")
    @Nullable Path out;

    @Mixin SpeechChoice speech = new SpeechChoice();

    RecordCommand(Session session) {
        this.session = session;
    }

    /// Where a finished recording goes.
    private interface Home {
        /// @param name of its time, where its note has none
        /// @return how it is found there
        String keep(Recorded recorded, String name) throws ProblemException, IOException;
    }

    @Override
    public Integer call() throws ProblemException {
        var command = Objects.requireNonNull(spec);
        speech.check(command);
        if (seconds != null && seconds < 1) {
            throw Session.wrongUsage(command, "usage.seconds", seconds);
        }
        if (out != null && OTHER_FORMAT.matcher(out.toString()).find()) {
            throw Session.wrongUsage(command, "usage.recordWav", out);
        }
        if (list) {
            return list();
        }
        if (out != null && !recover && !writable(out)) {
            return ExitCode.PROBLEM;
        }
        return recover ? recover() : record();
    }

    private int record() throws ProblemException {
        if (out != null) {
            session.tellOfInterrupted();
            try (var recorder = session.wiring().recorder()) {
                return record(recorder, intoFile(recorder, out), new RecordNote(title, null));
            }
        }
        var options = options(session.wiring().transcriptionOptions());
        try (var library = session.open(Library.Access.WRITE, options)) {
            var recorder = library.recorder();
            return record(recorder, into(library, recorder), new RecordNote(title, options));
        }
    }

    private TranscriptionOptions options(TranscriptionOptions before) {
        return speech.over(before, session.wiring().speechModels());
    }

    /// Looks in both places first: without anything to recover no library is made.
    private int recover() throws ProblemException {
        var wiring = session.wiring();
        if (wiring.interrupted(session.libraryFolder()).isEmpty()) {
            session.tell(text("record.noneUnfinished"));
            return ExitCode.DONE;
        }
        if (out != null) {
            try (var recorder = wiring.recorder(session.libraryFolder())) {
                return recover(recorder, intoFile(recorder, out));
            }
        }
        try (var library =
                session.open(
                        Library.Access.WRITE, wiring::chatModel, wiring::transcriptionOptions)) {
            return recover(library.recorder(), into(library, library.recorder()));
        }
    }

    private static Home into(Library library, Recorder recorder) {
        return (recorded, name) -> library.recordings().add(recorded, recorder, name).toString();
    }

    private static Home intoFile(Recorder recorder, Path file) {
        return (recorded, _) -> toFile(recorded, recorder, file);
    }

    private boolean writable(Path file) {
        if (Files.exists(file)) {
            session.tell(text("record.exists", file));
            return false;
        }
        if (!TranscriptOutput.inFolder(file)) {
            session.tell(text("record.noFolder", file));
            return false;
        }
        return true;
    }

    private int list() {
        var inputs = session.wiring().microphone().inputs();
        for (var each : inputs) {
            if (session.json()) {
                session.printJson(each);
            } else {
                session.print(
                        each.id().equals(each.name())
                                ? each.id()
                                : text("record.input", each.id(), each.name()));
            }
        }
        if (inputs.isEmpty()) {
            session.tell(text("record.noInputs"));
        }
        return ExitCode.DONE;
    }

    private int record(Recorder recorder, Home home, RecordNote note) throws ProblemException {
        new LiveRecording(session, recorder).run(input, seconds, note);
        try {
            return keep(recorder.stop(), home) ? ExitCode.DONE : ExitCode.PROBLEM;
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.EmptyFile) {
                session.tell(text("record.nothing"));
                return ExitCode.PROBLEM;
            }
            throw e;
        }
    }

    private int recover(Recorder recorder, Home home) throws ProblemException {
        boolean kept = true;
        for (var each : recorder.unfinished()) {
            var recorded = recorder.recover(each);
            var note = RecordNote.of(recorded);
            var options =
                    note.options() == null
                            ? session.wiring().transcriptionOptions()
                            : note.options();
            var wanted = new RecordNote(title == null ? note.title() : title, options(options));
            kept &= keep(recorded.noted(wanted.json()), home);
        }
        return kept ? ExitCode.DONE : ExitCode.PROBLEM;
    }

    /// @return whether it is safe in its new place; else the recorder still has it, and that is
    ///   told
    private boolean keep(Recorded recorded, Home home) throws ProblemException {
        var name = text("record.title", STARTED.format(recorded.started()));
        try {
            show(recorded, home.keep(recorded, name));
            return true;
        } catch (IOException e) {
            var folder = Objects.requireNonNull(out).toAbsolutePath().resolveSibling("");
            session.tell(
                    DiskSpace.problem(folder, e) instanceof Problem.DiskFull
                            ? text("record.diskFull", folder, recovery())
                            : text("record.notWritten", String.valueOf(out), recovery()));
            return false;
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.DiskFull(var place)) {
                session.tell(text("record.diskFull", place, recovery()));
                return false;
            }
            throw e;
        }
    }

    private String recovery() {
        return session.command("record --recover");
    }

    /// A file that is there is left alone: the recording gets the next free name beside it.
    private static String toFile(Recorded recorded, Recorder recorder, Path file)
            throws IOException {
        var place = file;
        for (int next = 2; Files.exists(place); next++) {
            place = file.resolveSibling(numbered(file.getFileName().toString(), next));
        }
        WholeFile.create(place, bytes -> Files.copy(recorded.file(), bytes));
        recorder.release(recorded);
        return place.toString();
    }

    private static String numbered(String name, int number) {
        int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
        return name.substring(0, dot) + "-" + number + name.substring(dot);
    }

    private void show(Recorded recorded, String place) {
        boolean library = out == null;
        if (session.json()) {
            session.printJson(SpeechOutput.Kept.of(recorded, place, library));
        } else {
            session.print(
                    text(
                            library ? "record.inLibrary" : "record.inFile",
                            TimeText.of(recorded.durationMs()),
                            place,
                            recorded.markersMs().size()));
        }
        if (!recorded.complete()) {
            session.tell(text("record.partial"));
        }
    }
}
