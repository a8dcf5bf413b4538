package dev.pharos.app.cli;

import dev.pharos.engine.transcription.TranscriptionOptions;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

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

    TranscriptionOptions over(TranscriptionOptions stored) {
        return new TranscriptionOptions(
                model == null ? stored.model() : model,
                language == null ? stored.language() : language,
                translate == null ? stored.translate() : translate,
                prompt == null ? stored.prompt() : prompt,
                speakers == null ? stored.speakers() : speakers,
                threads == 0 ? stored.threads() : threads);
    }
}
