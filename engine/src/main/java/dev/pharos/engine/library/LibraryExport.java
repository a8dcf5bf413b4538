package dev.pharos.engine.library;

import dev.pharos.engine.note.LinkNames;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.DiskSpace;
import dev.pharos.engine.transcription.Transcripts;
import dev.pharos.engine.work.Progress;
import dev.pharos.engine.work.WholeFile;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/// Writes all that a library has into a folder that is of use without Pharos: `notes` as Markdown,
/// `imported` with the originals in the folders that they came from, `recordings`; and beside them
/// `pharos`, one JSON file a source with what the files do not tell. Where they are imported, the
/// library is as it was ([LibraryReturn]). What is in the trash comes into `trash`, earlier
/// versions stand below `pharos`. What does not come to its end leaves nothing behind.
final class LibraryExport {
    private static final Logger LOG = LoggerFactory.getLogger(LibraryExport.class);

    private final RecordingStore store;
    private final Sources sources;
    private final FileBlobs blobs;
    private final OwnersMarks marks;
    private final SourcePast past;
    private final Trash trash;
    private final Path own;

    /// All that was written.
    private final List<Path> written = new ArrayList<>();

    /// Files by their place below the folder, in lower case: what some systems take for the same.
    private final Map<String, String> placed = new HashMap<>();

    /// A source that is written.
    ///
    /// @param trashed null where it is not in the trash
    private record Written(Source source, @Nullable Instant trashed) {}

    /// For one export.
    ///
    /// @param own the library's folder
    LibraryExport(
            RecordingStore store,
            FileBlobs blobs,
            OwnersMarks marks,
            SourcePast past,
            Trash trash,
            Path own) {
        this.store = store;
        this.blobs = blobs;
        this.marks = marks;
        this.past = past;
        this.trash = trash;
        this.own = own;
        sources = store.sources();
    }

    /// @return how many sources were written
    int to(Path folder, Predicate<SourceId> which, Progress progress) throws ProblemException {
        boolean made = !Files.exists(folder);
        boolean whole = false;
        try {
            Files.createDirectories(folder);
            requireEmpty(folder);
            int count = all(folder, which, progress);
            whole = true;
            return count;
        } catch (IOException e) {
            throw new ProblemException(DiskSpace.problem(folder, e), e);
        } finally {
            if (!whole) {
                discard(folder, made);
            }
        }
    }

    private int all(Path folder, Predicate<SourceId> which, Progress progress) throws IOException {
        var all = new ArrayList<Written>();
        sources.all().forEach(each -> all.add(new Written(each, null)));
        boolean whole = !all.removeIf(each -> !which.test(each.source().id()));
        var common = common(all);
        trash.all().stream()
                .filter(each -> which.test(each.source().id()))
                .forEach(each -> all.add(new Written(each.source(), each.when())));
        Path facts = directory(folder.resolve(ExportedSource.FACTS));
        int count = 0;
        for (int i = 0; i < all.size(); i++) {
            progress.checkpoint();
            var exported = write(all.get(i), folder, common);
            if (exported.isPresent()) {
                count++;
                Path file = facts.resolve(exported.get().id() + ".json");
                written.add(file);
                ExportedSource.JSON.writeValue(file.toFile(), exported.get());
            }
            progress.report(i + 1, all.size());
        }
        force(folder);
        var manifest =
                new ExportedSource.Manifest(
                        ExportedSource.FORMAT, Instant.now(), count, marks.ofLibrary(which, whole));
        WholeFile.create(
                folder.resolve(ExportedSource.MANIFEST),
                out -> out.write(ExportedSource.JSON.writeValueAsBytes(manifest)));
        return count;
    }

    private Path directory(Path wanted) throws IOException {
        if (!Files.isDirectory(wanted)) {
            directory(Objects.requireNonNull(wanted.getParent()));
            Files.createDirectory(wanted);
            written.add(wanted);
        }
        return wanted;
    }

    /// Removes what was written, but nothing that somebody else has put there.
    ///
    /// @param made whether the folder was made for it
    private void discard(Path folder, boolean made) {
        if (made) {
            written.addFirst(folder);
        }
        for (Path each : written.reversed()) {
            try {
                Files.deleteIfExists(each);
            } catch (IOException e) {
                LOG.debug("left behind", e);
            }
        }
    }

    /// Brings all that was written to the disk, so that a manifest proves that the rest is there.
    private static void force(Path folder) throws IOException {
        try (var written = Files.walk(folder)) {
            for (Path each : (Iterable<Path>) written::iterator) {
                if (Files.isDirectory(each)) {
                    WholeFile.forceNames(each);
                } else {
                    try (var file = FileChannel.open(each, StandardOpenOption.WRITE)) {
                        file.force(true);
                    }
                }
            }
        }
    }

    private static void requireEmpty(Path folder) throws IOException, ProblemException {
        try (var files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new ProblemException(new Problem.FolderNotEmpty(folder));
            }
        }
    }

    /// @return nothing where it was deleted meanwhile
    private Optional<ExportedSource> write(Written each, Path folder, @Nullable Path common)
            throws IOException {
        var source = each.source();
        var document = past.rows().document(source);
        if (document.isEmpty()) {
            return Optional.empty();
        }
        Path wanted = place(source, common);
        if (each.trashed() != null) {
            wanted = Path.of("trash").resolve(wanted.getFileName());
        }
        String file = copy(source.contentHash(), wanted, folder);
        if (source.modified() != null && Files.exists(folder.resolve(file))) {
            Files.setLastModifiedTime(folder.resolve(file), FileTime.from(source.modified()));
        }
        var attachments = new LinkedHashMap<String, String>();
        for (var shown : sources.attachments(source.id()).entrySet()) {
            Path beside = beside(Path.of(file), shown.getKey(), shown.getValue());
            attachments.put(shown.getKey(), copy(shown.getValue(), beside, folder));
        }
        Path earlier = Path.of(ExportedSource.FACTS, "versions", source.id().toString());
        var exported =
                ExportedSource.of(
                        source,
                        document.get(),
                        file,
                        attachments,
                        words(source),
                        store.sounds().markers(source.id()),
                        store.unfinished(source.id())
                                .map(job -> LibraryRecordings.options(job.options()))
                                .orElse(null),
                        marks.of(source.id()),
                        past.of(
                                source,
                                each.trashed(),
                                (hash, name) -> copy(hash, earlier.resolve(name), folder)));
        return Optional.of(exported);
    }

    private List<ExportedSource.Words> words(Source source) {
        return store.transcripts().versions(source.id()).stream()
                .filter(Transcripts.Version::sameSound)
                .sorted(Comparator.comparingInt(Transcripts.Version::number))
                .flatMap(version ->
                        store.transcripts().find(source.id(), version.number()).stream()
                                .map(words ->
                                        new ExportedSource.Words(
                                                version.origin(), version.made(), words)))
                .toList();
    }

    private Path place(Source source, @Nullable Path common) {
        Path path = source.path();
        if (!path.isAbsolute()) {
            return Path.of("notes").resolve(path);
        }
        if (path.startsWith(own)) {
            String file = path.getFileName().toString();
            return Path.of(
                    "recordings",
                    LinkNames.fit(source.title())
                            + file.substring(LinkNames.withoutEnding(file).length()));
        }
        return Path.of("imported")
                .resolve(
                        common == null
                                ? path.getRoot().relativize(path).toString()
                                : common.relativize(path).toString());
    }

    /// The folder that has all that was imported, or null where there is none.
    private @Nullable Path common(List<Written> all) {
        Path common = null;
        for (Written each : all) {
            var source = each.source();
            Path parent = source.path().getParent();
            if (source.path().isAbsolute() && !source.path().startsWith(own) && parent != null) {
                common = common == null ? parent : shared(common, parent);
                if (common == null) {
                    return null;
                }
            }
        }
        return common;
    }

    private static @Nullable Path shared(Path one, Path other) {
        Path shared = one;
        while (shared != null && !other.startsWith(shared)) {
            shared = shared.getParent();
        }
        return shared;
    }

    /// Where a note's link looks for what it shows, if that is in the export.
    private static Path beside(Path note, String target, String hash) {
        try {
            Path path = note.resolveSibling(LinkNames.decoded(target)).normalize();
            if (!path.isAbsolute() && !path.startsWith("..") && path.getNameCount() > 1) {
                return path;
            }
        } catch (InvalidPathException _) {
            return Path.of("attachments", hash);
        }
        return Path.of("attachments", hash);
    }

    /// Copies an original to a place, or to one with a number where another one is there. One that
    /// a damaged disk has lost is left out, so that all others are not lost with it.
    ///
    /// @return the place, with `/`
    private String copy(String hash, Path wanted, Path folder) throws IOException {
        var blob = blobs.find(hash);
        String file = String.valueOf(wanted.getFileName());
        String stem = LinkNames.withoutEnding(file);
        Path place = wanted;
        String key = key(place);
        for (int number = 2; placed.containsKey(key) && !hash.equals(placed.get(key)); number++) {
            place = wanted.resolveSibling(stem + " " + number + file.substring(stem.length()));
            key = key(place);
        }
        if (placed.put(key, hash) == null && blob.isPresent()) {
            Path target = folder.resolve(place);
            directory(Objects.requireNonNull(target.getParent()));
            written.add(target);
            Files.copy(blob.get().file(), target, StandardCopyOption.REPLACE_EXISTING);
        }
        return slashed(place);
    }

    private static String key(Path place) {
        return slashed(place).toLowerCase(Locale.ROOT);
    }

    private static String slashed(Path path) {
        var names = new ArrayList<String>();
        path.forEach(name -> names.add(name.toString()));
        return String.join("/", names);
    }
}
