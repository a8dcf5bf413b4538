package dev.pharos.engine.evaluation;

import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Files of UTF-8 text, line by line.
final class TextLines {
    private static final String MARK = "\uFEFF";

    private TextLines() {}

    /// Takes one line after the other.
    @FunctionalInterface
    interface Sink {
        /// @param number from 1
        void take(long number, String text) throws ProblemException;
    }

    /// Blank lines are passed over, but counted.
    ///
    /// @throws ProblemException `BadTestSet` where it is no UTF-8, `FileMissing`, `AccessDenied`;
    ///   whatever the sink throws
    static void read(Path file, Sink sink) throws ProblemException {
        long number = 0;
        try (var lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                var text = number == 1 && line.startsWith(MARK) ? line.substring(1) : line;
                if (!text.isBlank()) {
                    sink.take(number, text);
                }
            }
        } catch (CharacterCodingException e) {
            var detail = Detail.of(Detail.Kind.NO_UTF8);
            throw new ProblemException(new Problem.BadTestSet(file, number + 1, detail), e);
        } catch (NoSuchFileException e) {
            throw new ProblemException(new Problem.FileMissing(file), e);
        } catch (IOException e) {
            throw new ProblemException(new Problem.AccessDenied(file), e);
        }
    }
}
