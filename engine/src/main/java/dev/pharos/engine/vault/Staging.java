package dev.pharos.engine.vault;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Where the notes and files of one export are laid down: their bytes in numbered files, their
/// names beside, so that no foreign name ever becomes a path here. One thread.
final class Staging {
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final Path vault;
    private final Set<String> taken = new HashSet<>();
    private final List<Unpacked.Entry> entries = new ArrayList<>();
    private final List<Unpacked.Failure> failures = new ArrayList<>();
    private long room;
    private int files;

    /// @param folder exists and is empty
    /// @param vault the export, for problems
    /// @param room bytes that may be laid down
    Staging(Path folder, Path vault, long room) {
        this.folder = folder;
        this.vault = vault;
        this.room = room;
    }

    Unpacked unpacked() {
        return new Unpacked(entries, failures);
    }

    /// A name that nothing else has, also where case does not count.
    ///
    /// @param parent a folder's name that ends in `/`, or nothing
    /// @param title is made fit for the name of a file
    /// @param ending with its dot
    String name(String parent, String title, String ending) {
        return name(parent, title, ending, null);
    }

    /// @param mark tells apart what has the same title, whatever their order; null for a number
    String name(String parent, String title, String ending, @Nullable String mark) {
        var stem = parent + Names.fileName(title);
        var name = stem + ending;
        if (mark != null && taken.contains(Names.folded(name))) {
            name = stem + " (" + mark + ")" + ending;
        }
        for (int i = 2; !taken.add(Names.folded(name)); i++) {
            name = stem + " " + i + ending;
        }
        return name;
    }

    void note(String name, String markdown) throws IOException, ProblemException {
        note(name, markdown, null, null);
    }

    /// @param origin names the note whatever its title, or null
    /// @param notice what is worth telling though it comes in, or null
    void note(
            String name,
            String markdown,
            @Nullable String origin,
            @Nullable Class<? extends Problem.OfFile> notice)
            throws IOException, ProblemException {
        var bytes = markdown.getBytes(StandardCharsets.UTF_8);
        take(bytes.length);
        var file = file();
        Files.write(file, bytes);
        entries.add(
                new Unpacked.Entry(
                        name,
                        file.toString(),
                        origin,
                        notice == null ? null : notice.getSimpleName()));
    }

    /// Lays down a part as it is.
    void part(String name, Parts parts, String part) throws IOException, ProblemException {
        var there = parts.file(part);
        if (there != null) {
            entries.add(new Unpacked.Entry(name, there.toString(), null, null));
            return;
        }
        try (var in = parts.open(part)) {
            kept(name, spool(in));
        }
    }

    /// Writes bytes that have no name yet.
    Path spool(InputStream in) throws IOException, ProblemException {
        var file = file();
        try (var out = Files.newOutputStream(file)) {
            copy(in, out);
        }
        return file;
    }

    private void copy(InputStream in, OutputStream out) throws IOException, ProblemException {
        var buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            take(read);
            out.write(buffer, 0, read);
        }
    }

    /// Names what was spooled.
    void kept(String name, Path spooled) {
        entries.add(new Unpacked.Entry(name, spooled.toString(), null, null));
    }

    /// One note's share of the work, as far as its own content can spoil it.
    @FunctionalInterface
    interface Work {
        void run() throws IOException, ProblemException;
    }

    /// Does what may fail for one note alone.
    void attempt(String name, Work work) throws ProblemException {
        try {
            work.run();
        } catch (IOException | RuntimeException | StackOverflowError _) {
            failed(name, new Problem.DamagedFile(place(name)));
        }
    }

    void failed(String name, Problem.OfFile problem) {
        failures.add(new Unpacked.Failure(name, problem.getClass().getSimpleName()));
    }

    /// What to call the problem with one note.
    Path place(String name) {
        return vault.resolve(name);
    }

    private Path file() {
        return folder.resolve(Integer.toString(files++));
    }

    private void take(long bytes) throws ProblemException {
        room -= bytes;
        if (room < 0) {
            throw new ProblemException(new Problem.ExpandsTooFar(vault));
        }
    }
}
