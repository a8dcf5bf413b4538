package dev.pharos.app.cli;

import dev.pharos.app.Wiring;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.SpeechModels;
import dev.pharos.engine.transcription.TranscriptionOptions;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// How this one command recognises speech: what its options say, else what the settings file says.
final class SpeechChoice {

    @Option(names = "--model", paramLabel = "NAME|FILE", descriptionKey = "speech.model")
    @Nullable String model;

    @Option(names = "--language", paramLabel = "auto|xx", descriptionKey = "speech.language")
    @Nullable String language;

    @Option(names = "--translate", negatable = true, descriptionKey = "speech.translate")
    @Nullable Boolean translate;

    @Option(names = "--prompt", paramLabel = "TEXT", descriptionKey = "speech.prompt")
    @Nullable String prompt;

    @Option(names = "--speakers", negatable = true, descriptionKey = "speech.speakers")
    @Nullable Boolean speakers;

    @Option(names = "--threads", paramLabel = "N", descriptionKey = "speech.threads")
    int threads;

    void check(CommandSpec command) {
        if (model != null && model.isBlank()) {
            throw Session.wrongUsage(command, "usage.model");
        }
        if (language != null) {
            var code = NamedSettings.language(language);
            if (code == null) {
                throw Session.wrongUsage(command, "usage.language", language);
            }
            language = code;
        }
        if (threads < 0) {
            throw Session.wrongUsage(command, "usage.threads", threads);
        }
    }

    boolean nothingButModel() {
        return language == null
                && translate == null
                && prompt == null
                && speakers == null
                && threads == 0;
    }

    /// What the settings file says, but for what is given.
    TranscriptionOptions over(Wiring wiring) throws ProblemException {
        return over(wiring.transcriptionOptions(), wiring.speechModels());
    }

    TranscriptionOptions over(TranscriptionOptions stored, SpeechModels models) {
        return new TranscriptionOptions(
                model == null ? stored.model() : lasting(model, models),
                language == null ? stored.language() : language,
                translate == null ? stored.translate() : translate,
                prompt == null ? stored.prompt() : prompt,
                speakers == null ? stored.speakers() : speakers,
                threads == 0 ? stored.threads() : threads);
    }

    /// A job is often worked on from another folder than that in which its model was named: what is
    /// the path of a file becomes one that holds everywhere.
    private static String lasting(String name, SpeechModels models) {
        try {
            var file = models.find(name);
            return file.equals(Path.of(name)) ? file.toAbsolutePath().normalize().toString() : name;
        } catch (ProblemException | InvalidPathException _) {
            return name; // what is wrong with it is told by who uses it
        }
    }
}
