package dev.pharos.engine.library;

import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.storage.Database;
import dev.pharos.engine.storage.SqlitePast;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What was before a source is what it is now, as exports tell it: its earlier versions, the file
/// that it came from and was edited since, where it was read, when it was thrown away.
final class SourcePast {

    /// That of one source.
    ///
    /// @param versions the first one first, the one that it has now included
    /// @param origin null where it came from no file, or was not edited since
    /// @param read null where it never was
    /// @param trashed null where it is not in the trash
    record OfSource(
            List<Version> versions,
            @Nullable Origin origin,
            @Nullable ReadingPlace read,
            @Nullable Instant trashed) {}

    /// A version.
    ///
    /// @param began as of a [SqlitePast.Version]
    /// @param file that has its bytes, below the folder of the export, with `/`; null of the one
    ///   that the source has now
    record Version(
            int number,
            Instant saved,
            @Nullable Instant began,
            String path,
            @Nullable String file) {}

    /// The file of a note that was edited here since.
    ///
    /// @param file that has what it said, below the folder of the export, with `/`
    record Origin(String path, String file) {}

    /// Copies an original into an export.
    @FunctionalInterface
    interface Copying {
        /// @param name that it shall have among the earlier versions of its source
        /// @return where it is, with `/`
        String copy(String contentHash, String name) throws IOException;
    }

    /// Finds a file of an export.
    @FunctionalInterface
    interface Finding {
        Path find(String file) throws ProblemException;
    }

    /// What is to be saved of a past, once its bytes are kept.
    private record Kept(List<SqlitePast.Version> versions, SqlitePast.@Nullable Origin origin) {}

    private final SqlitePast rows;
    private final Sources sources;
    private final FileBlobs blobs;

    SourcePast(Database database, Sources sources, FileBlobs blobs) {
        rows = new SqlitePast(database);
        this.sources = sources;
        this.blobs = blobs;
    }

    SqlitePast rows() {
        return rows;
    }

    /// @param trashed null where it is not in the trash
    OfSource of(Source source, @Nullable Instant trashed, Copying copying) throws IOException {
        String name = String.valueOf(source.path().getFileName());
        String ending = name.substring(Math.max(name.lastIndexOf('.'), 0));
        var versions = new ArrayList<Version>();
        for (var each : rows.versions(source.id())) {
            boolean now = each.number() == source.revision();
            String file = now ? null : copying.copy(each.contentHash(), each.number() + ending);
            versions.add(new Version(each.number(), each.saved(), each.began(), each.path(), file));
        }
        var from = rows.origin(source.id());
        var origin =
                from.isEmpty()
                        ? null
                        : new Origin(
                                from.get().path(),
                                copying.copy(from.get().contentHash(), "original" + ending));
        return new OfSource(
                versions, origin, sources.readingPlace(source.id()).orElse(null), trashed);
    }

    /// Keeps the bytes of a past.
    ///
    /// @param now the revision that the source will have; of another text than the exported one the
    ///   version of the same number says nothing
    /// @param same whether the source will have the text that was exported
    /// @param place where it stood, or comes back to out of the trash
    /// @return saves the past; to be called when the source is saved
    Runnable takeBack(Source now, boolean same, String place, OfSource past, Finding files)
            throws ProblemException {
        var kept = kept(now, same, past, files);
        return () -> {
            rows.saveVersions(now.id(), kept.versions());
            if (kept.origin() != null) {
                rows.saveOrigin(now.id(), kept.origin());
            }
            if (past.read() != null) {
                sources.readTo(now.id(), past.read());
            }
            if (past.trashed() != null) {
                rows.saveTrashed(now.id(), past.trashed(), place);
            }
        };
    }

    /// A version whose file is gone is a version no more.
    private Kept kept(Source now, boolean same, OfSource past, Finding files)
            throws ProblemException {
        var versions = new ArrayList<SqlitePast.Version>();
        for (Version each : past.versions()) {
            String file = each.file();
            if (file == null && same) {
                versions.add(version(each, now.contentHash(), now.size()));
            } else if (file != null && Files.isRegularFile(files.find(file))) {
                var blob = blobs.keep(files.find(file), Progress.NONE);
                versions.add(version(each, blob.hash(), blob.size()));
            }
        }
        var origin = past.origin();
        if (origin == null || !Files.isRegularFile(files.find(origin.file()))) {
            return new Kept(versions, null);
        }
        String said = blobs.keep(files.find(origin.file()), Progress.NONE).hash();
        return new Kept(versions, new SqlitePast.Origin(origin.path(), said));
    }

    private static SqlitePast.Version version(Version told, String hash, long size) {
        return new SqlitePast.Version(
                told.number(), hash, size, told.path(), told.saved(), told.began());
    }
}
