package dev.pharos.engine.recording;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/// Captures sound into small checked pieces, so that a kill, a full disk, an unplugged microphone
/// or sleep costs at most the last 2 s. One recording at a time; recorders of other processes may
/// use the same folder. Any thread.
///
/// Each recording has a folder of its own, named by when it began; see [PieceWriter] for what is in
/// it. Nothing but [#release] ever deletes one in which there is sound.
public final class Recorder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
    private static final String NOTE = "note.txt";
    private static final int NAME_LENGTH = "20260101T000000000Z".length();

    private final Microphone microphone;
    private final Path folder;
    private final List<Path> folders;
    private final InstantSource clock;
    private final InstantSource sinceBoot;
    private final Map<Path, Lease> leases = new HashMap<>();
    private volatile @Nullable Take take;

    /// @param folder where pieces and finished recordings lie
    public Recorder(Microphone microphone, Path folder) {
        this(microphone, folder, List.of());
    }

    /// @param others folders of other recorders, whose unfinished recordings this one offers too
    public Recorder(Microphone microphone, Path folder, List<Path> others) {
        this(microphone, folder, others, InstantSource.system(), BootClock.ofThisMachine());
    }

    /// @param sinceBoot goes on while the machine sleeps, and is never set
    Recorder(
            Microphone microphone,
            Path folder,
            List<Path> others,
            InstantSource clock,
            InstantSource sinceBoot) {
        this.microphone = microphone;
        this.folder = folder;
        folders = Stream.concat(Stream.of(folder), others.stream()).distinct().toList();
        this.clock = clock;
        this.sinceBoot = sinceBoot;
    }

    /// What the recording under way is like.
    ///
    /// @param elapsedMs of sound, pauses left out
    /// @param level of the last tenth of a second, 0 to 1 of full scale
    /// @param silentMs for how long no signal has arrived; 3,000 and more is worth a warning
    /// @param ended what ended it without being asked, or null while it runs
    public record State(
            long elapsedMs,
            boolean paused,
            double level,
            long silentMs,
            int markers,
            @Nullable Problem ended) {}

    /// A finished recording.
    ///
    /// @param file WAV, 16 bit mono, in the recorder's folder until it is imported
    /// @param markersMs where the user pressed the key
    /// @param complete the user ended it, and nothing of it is missing
    /// @param note the caller's word, as [#start(String, String)] was given it; empty for none
    public record Recorded(
            Path file,
            Instant started,
            long durationMs,
            List<Long> markersMs,
            boolean complete,
            String note) {
        public Recorded {
            markersMs = List.copyOf(markersMs);
        }

        public Recorded noted(String other) {
            return new Recorded(file, started, durationMs, markersMs, complete, other);
        }
    }

    /// What a recording left that was not finished.
    ///
    /// @param folder its own, within one of the recorder's
    public record Unfinished(Path folder, Instant started, long durationMs) {}

    public Microphone microphone() {
        return microphone;
    }

    /// @param input of [Microphone#inputs], by id; null takes the default
    /// @throws ProblemException as [Microphone#open]; `DiskFull` where there is no room for a
    ///   minute; `FolderNotWritable`
    /// @throws IllegalStateException while one runs, or has ended and was not stopped yet
    public void start(@Nullable String input) throws ProblemException {
        start(input, "");
    }

    /// The same, and keeps a word of the caller with the recording, such as its title, until that
    /// is released. Durable when it returns; a disk that refuses it does not forbid the recording.
    public synchronized void start(@Nullable String input, String note) throws ProblemException {
        if (take != null) {
            throw new IllegalStateException("a recording is under way");
        }
        var capture = microphone.open(input);
        try {
            var started = begin(capture);
            if (!note.isEmpty()) {
                note(started.folder(), note);
            }
            take = started;
            started.start();
        } catch (IOException e) {
            capture.close();
            throw new ProblemException(DiskSpace.problem(folder, e), e);
        } catch (ProblemException | RuntimeException e) {
            capture.close();
            throw e;
        }
    }

    private Take begin(Microphone.Capture capture) throws IOException, ProblemException {
        Files.createDirectories(folder);
        if (!DiskSpace.has(folder, 60L * 2 * capture.rate())) {
            throw new ProblemException(new Problem.DiskFull(folder));
        }
        var random = HexFormat.of().toHexDigits((short) ThreadLocalRandom.current().nextInt());
        var own = folder.resolve(NAME.format(clock.instant()) + "-" + random);
        if (!leased(own)) {
            throw new IllegalStateException("somebody holds the new folder " + own);
        }
        try {
            return new Take(own, capture, PieceWriter.create(own, capture.rate()), sinceBoot);
        } catch (IOException e) {
            delete(own);
            throw e;
        }
    }

    /// Leaves out what is heard until [#resume]. Without a recording under way nothing happens,
    /// here as there and with [#mark]: it may just have ended.
    public void pause() {
        var current = take;
        if (current != null) {
            current.pause(true);
        }
    }

    public void resume() {
        var current = take;
        if (current != null) {
            current.pause(false);
        }
    }

    /// Remembers this moment. Does not wait for the disk; the marker is there a moment later.
    public void mark() {
        var current = take;
        if (current != null) {
            current.mark();
        }
    }

    private static void note(Path own, String words) {
        try {
            Files.writeString(
                    own.resolve(NOTE),
                    words,
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            LOG.warn("{} goes without its note", own, e);
        }
    }

    private static String note(Path own) {
        try {
            return Files.readString(own.resolve(NOTE));
        } catch (NoSuchFileException _) {
            return "";
        } catch (IOException e) {
            LOG.warn("the note of {} cannot be read", own, e);
            return "";
        }
    }

    /// The recording under way, or null. One that ended without being asked says so here until it
    /// is stopped.
    public @Nullable State state() {
        var current = take;
        return current == null ? null : current.state();
    }

    /// Ends the recording under way and joins its pieces. It is safe until it is released, also
    /// where this fails: [#unfinished] lists it.
    ///
    /// @throws ProblemException `EmptyFile` where nothing was heard, `DiskFull`,
    ///   `FolderNotWritable`
    /// @throws IllegalStateException where none is under way
    public synchronized Recorded stop() throws ProblemException {
        var current = take;
        if (current == null) {
            throw new IllegalStateException("no recording is under way");
        }
        current.end(true);
        take = null;
        return ended(current.folder());
    }

    /// What was left by a program that was killed, and what was stopped but not released yet;
    /// newest first. Never a recording under way, of this process or another.
    public synchronized List<Unfinished> unfinished() {
        var found = new ArrayList<Unfinished>();
        for (var candidate : folders.stream().flatMap(Recorder::within).toList()) {
            try {
                long durationMs = mayTouch(candidate) ? Pieces.read(candidate).durationMs() : 0;
                if (durationMs > 0) {
                    found.add(new Unfinished(candidate, started(candidate), durationMs));
                }
            } catch (IOException | DateTimeParseException e) {
                LOG.info("{} holds no recording: {}", candidate, e.toString());
            }
        }
        found.sort(Comparator.comparing(Unfinished::started).reversed());
        return List.copyOf(found);
    }

    /// Joins the pieces that are whole. May be called again, until the recording is released.
    ///
    /// @throws ProblemException `StillChanging` where another recorder has it in hand;
    ///   `FileMissing` where it is gone; `EmptyFile` where there is no sound; `DiskFull`,
    ///   `FolderNotWritable`
    public synchronized Recorded recover(Unfinished unfinished) throws ProblemException {
        var own = unfinished.folder();
        try {
            if (!Files.isDirectory(own)) {
                throw new ProblemException(new Problem.FileMissing(own));
            }
            if (underWay(own) || !leased(own)) {
                throw new ProblemException(new Problem.StillChanging(own));
            }
        } catch (IOException e) {
            throw new ProblemException(DiskSpace.problem(own, e), e);
        }
        return ended(own);
    }

    /// The recording is safe elsewhere (its bytes are in the library): gives its place free.
    public synchronized void release(Recorded recorded) {
        var own = recorded.file().getParent();
        if (own == null || !folders.contains(own.getParent()) || underWay(own)) {
            throw new IllegalArgumentException(recorded.file() + " is no ended recording of ours");
        }
        delete(own);
    }

    /// The log goes last: as long as it is there, nothing is forgotten.
    private void delete(Path own) {
        try {
            Files.deleteIfExists(own.resolve(PieceWriter.SOUND));
            Files.deleteIfExists(own.resolve(NOTE));
            Files.deleteIfExists(own.resolve(PieceWriter.LOG));
            Files.deleteIfExists(own);
            var lease = leases.remove(own);
            if (lease != null) {
                lease.discard();
            }
        } catch (IOException e) {
            LOG.warn("the place of {} cannot be given free", own, e);
        }
    }

    /// Stops a recording under way so that it can be recovered.
    @Override
    public synchronized void close() {
        var current = take;
        if (current != null) {
            current.end(false);
            take = null;
        }
        for (var lease : leases.values()) {
            try {
                lease.close();
            } catch (IOException e) {
                LOG.warn("a lease cannot be given back", e);
            }
        }
        leases.clear();
    }

    private Recorded ended(Path own) throws ProblemException {
        try {
            var ended = Pieces.read(own).end();
            if (ended.samples() == 0) {
                delete(own);
                throw new ProblemException(new Problem.EmptyFile(own.resolve(PieceWriter.SOUND)));
            }
            return new Recorded(
                    own.resolve(PieceWriter.SOUND),
                    started(own),
                    ended.inMs(ended.samples()),
                    ended.marks().stream().map(ended::inMs).toList(),
                    ended.complete(),
                    note(own));
        } catch (NoSuchFileException e) {
            throw new ProblemException(new Problem.FileMissing(own), e);
        } catch (IOException e) {
            throw new ProblemException(DiskSpace.problem(own, e), e);
        }
    }

    private boolean underWay(Path own) {
        var current = take;
        return current != null && current.folder().equals(own);
    }

    /// Whether nobody records into it. Gives the lease back that it takes to find out.
    private boolean mayTouch(Path own) throws IOException {
        if (underWay(own)) {
            return false;
        }
        if (leases.containsKey(own)) {
            return true;
        }
        try (var lease = Lease.take(own)) {
            return lease != null;
        }
    }

    private boolean leased(Path own) throws IOException {
        if (!leases.containsKey(own)) {
            var lease = Lease.take(own);
            if (lease == null) {
                return false;
            }
            leases.put(own, lease);
        }
        return true;
    }

    private static Stream<Path> within(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (var all = Files.list(folder)) {
            return all.filter(Files::isDirectory).toList().stream();
        } catch (IOException e) {
            LOG.warn("{} cannot be listed", folder, e);
            return Stream.of();
        }
    }

    private static Instant started(Path own) {
        var name = own.getFileName().toString();
        return NAME.parse(name.substring(0, Math.min(NAME_LENGTH, name.length())), Instant::from);
    }
}
