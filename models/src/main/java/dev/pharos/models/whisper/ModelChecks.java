package dev.pharos.models.whisper;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.SpeechToText.Model;
import dev.pharos.engine.work.Progress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Remembers which model files are whole, until they change. Any thread.
final class ModelChecks {

    /// @param version differs whenever the file does
    record Checked(String version, Model model) {}

    private final Map<Path, Checked> known = new ConcurrentHashMap<>();

    /// @param progress may cancel
    /// @throws ProblemException as [ModelFile#read]
    Checked check(Path file, Progress progress) throws ProblemException {
        String version = version(file);
        var before = known.get(file);
        if (before != null && before.version().equals(version)) {
            return before;
        }
        var checked = new Checked(version, ModelFile.read(file, progress));
        known.put(file, checked);
        return checked;
    }

    /// A missing file has one too: reading it says what is wrong.
    private static String version(Path file) throws ProblemException {
        try {
            return Files.exists(file)
                    ? Files.size(file) + " " + Files.getLastModifiedTime(file).toInstant()
                    : "";
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.ModelUnavailable(
                            ModelFile.nameOf(file), String.valueOf(e.getMessage())),
                    e);
        }
    }
}
