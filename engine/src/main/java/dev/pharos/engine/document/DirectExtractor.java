package dev.pharos.engine.document;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import java.io.IOException;
import java.nio.file.Path;

/// Reads in the calling thread and process. Bounded in what it reads and keeps, but a hostile file
/// can still cost time and memory: the program uses [IsolatedExtractor], whose child process uses
/// this class.
public final class DirectExtractor implements Extractor {

    /// No honest file has so many characters of text a byte.
    private static final int BOMB_RATIO = 40;

    @Override
    public Document extract(Path file, Path name) throws ProblemException {
        return extract(FormatDetector.of(file, name), file, name);
    }

    static Document extract(Format format, Path file, Path name) throws ProblemException {
        var draft = new Draft(format.mediaType(name), format.kind(name));
        try {
            format.reader().read(file, name, draft);
        } catch (StackOverflowError e) {
            throw new ProblemException(new Problem.ExpandsTooFar(name), e);
        } catch (IOException | RuntimeException | LinkageError | AssertionError e) {
            if (draft.blockCount() == 0) {
                throw new ProblemException(new Problem.DamagedFile(name), e);
            }
            draft.incomplete();
        }
        if (draft.full() && draft.length() / BOMB_RATIO > file.toFile().length()) {
            throw new ProblemException(new Problem.ExpandsTooFar(name));
        }
        return draft.finish(name);
    }

    @Override
    public void close() {}
}
