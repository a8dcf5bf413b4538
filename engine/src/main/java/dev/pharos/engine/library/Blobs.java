package dev.pharos.engine.library;

import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import java.nio.file.Path;
import java.util.Optional;

/// The library's original files, named by the SHA-256 of their content. Nothing is ever changed
/// here, and only what nothing in the library names any more is removed.
public interface Blobs {

    /// A stored original.
    ///
    /// @param hash lower-case hex SHA-256
    record Blob(String hash, long size, Path file) {}

    /// Reads the whole file once and keeps its bytes; a content that is already there is not
    /// written again. Reports bytes. After a kill at any moment either the whole content is there
    /// or nothing of that name.
    Blob keep(Path file, Progress progress) throws ProblemException;

    /// The same for a file of our own that nobody writes to any more, which takes no room where the
    /// file system lets one content have two names. The file itself stays where it is.
    Blob adopt(Path file, Progress progress) throws ProblemException;

    /// The hash of a file's content, without keeping it.
    String hash(Path file, Progress progress) throws ProblemException;

    Optional<Blob> find(String hash);
}
