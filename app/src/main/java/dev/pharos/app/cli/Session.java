package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.app.Wiring;
import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.DiskSpace;
import dev.pharos.engine.recording.Recorder.Unfinished;
import dev.pharos.engine.transcription.TranscriptionOptions;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/// One run of the command line: where it prints, which library it works on, and whether the user
/// has asked it to stop. Standard output carries results only.
public final class Session {
    private final Wiring wiring;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private volatile boolean cancelled;
    private volatile Runnable onCancel = () -> {};
    private @Nullable Path library;
    private boolean json;
    private boolean lossTold;

    /// @param terminal true where a person watches standard error, so that progress is shown
    public Session(Wiring wiring, PrintStream out, PrintStream err, boolean terminal) {
        this.wiring = wiring;
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /// Asks the running command to stop at its next safe point. From any thread.
    public void cancel() {
        cancelled = true;
        onCancel.run();
    }

    /// What else ends the running command, where it does not poll.
    void onCancel(Runnable stop) {
        onCancel = stop;
    }

    boolean cancelled() {
        return cancelled;
    }

    void choose(@Nullable Path libraryFolder, boolean asJson) {
        library = libraryFolder;
        json = asJson;
    }

    Wiring wiring() {
        return wiring;
    }

    boolean json() {
        return json;
    }

    boolean terminal() {
        return terminal;
    }

    Path libraryFolder() {
        return (library == null ? wiring.folders().library() : library)
                .toAbsolutePath()
                .normalize();
    }

    Library open(Library.Access access) throws ProblemException {
        tellOfInterrupted();
        return open(access, Abilities.Chat.NONE, wiring::transcriptionOptions);
    }

    /// A library whose new sound is transcribed as `speech` says.
    Library open(Library.Access access, TranscriptionOptions speech) throws ProblemException {
        tellOfInterrupted();
        return open(access, wiring::chatModel, () -> speech);
    }

    /// A library whose answers are written by the model that `chat` gives, if it gives one.
    Library open(Library.Access access, Abilities.Chat chat) throws ProblemException {
        tellOfInterrupted();
        return open(access, chat, wiring::transcriptionOptions);
    }

    /// The same, and tells of no interrupted recording. An index that was deleted may take minutes.
    Library open(Library.Access access, Abilities.Chat chat, Abilities.OptionsChoice speech)
            throws ProblemException {
        try (var bar = bar("progress.index")) {
            return wiring.open(libraryFolder(), access, chat, speech, bar);
        }
    }

    /// Offers the recordings that a crash or a power cut has interrupted.
    void tellOfInterrupted() {
        var interrupted = wiring.interrupted(libraryFolder());
        if (!interrupted.isEmpty()) {
            long heardMs = interrupted.stream().mapToLong(Unfinished::durationMs).sum();
            tell(
                    text(
                            "record.interrupted",
                            interrupted.size(),
                            TimeText.of(heardMs),
                            command("record --recover")));
        }
    }

    /// What to type so that it works on the same library.
    String command(String rest) {
        if (library == null) {
            return "pharos " + rest;
        }
        String place = libraryFolder().toString();
        boolean plain = place.chars().noneMatch(c -> Character.isWhitespace(c) || c == '\'');
        return "pharos --library " + (plain ? place : '"' + place + '"') + " " + rest;
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    /// Whether nobody reads what is written to standard output any more.
    boolean readerLeft() {
        out.flush();
        return out instanceof StandardOutput standard && standard.readerLeft();
    }

    /// Whether all results could be written so far. Where not, that is told once.
    ///
    /// @param key of the sentence
    boolean printed(String key) {
        boolean failed = out.checkError();
        if (failed && !lossTold) {
            tell(text(key));
            lossTold = true;
        }
        return !failed;
    }

    void print(String line) {
        out.println(line);
    }

    void printJson(Object value) {
        out.println(JsonOutput.line(value));
    }

    /// Says so, and why, where not all that the library has can be found.
    void tellIfBehind(Library library) {
        tellOfDevice(library);
        if (library.indexComplete()) {
            return;
        }
        if (wiring.beingWritten(library.folder())) {
            tell(text("search.behind"));
        } else if (DiskSpace.full(library.folder())) {
            tell(text("search.noRoom", library.folder()));
        } else {
            tell(text("search.unfinished"));
        }
    }

    /// That a device failed and the CPU did its work is never silent.
    void tellOfDevice(Library library) {
        var notice = library.embedding().notice();
        if (notice != null) {
            tell(ProblemText.of(notice));
        }
    }

    /// A word to the user that is not a result.
    void tell(String sentence) {
        err.println(sentence);
    }

    /// A piece of a word to the user, as it comes.
    void tellPiece(String piece) {
        err.print(piece);
        err.flush();
    }

    Bar bar(String key) {
        return bar((done, total) -> text("progress.line", text(key), done, total));
    }

    /// @param cancelled where not every wish to stop ends the work
    Bar bar(String key, BooleanSupplier cancelled) {
        return new Bar(
                (done, total) -> text("progress.line", text(key), done, total),
                liveLine(),
                cancelled);
    }

    Bar bar(Bar.Words words) {
        return new Bar(words, liveLine(), this::cancelled);
    }

    LiveLine liveLine() {
        return new LiveLine(terminal ? err : null);
    }

    static ParameterException wrongUsage(CommandSpec command, String key, Object... arguments) {
        return new ParameterException(command.commandLine(), text(key, arguments));
    }
}
