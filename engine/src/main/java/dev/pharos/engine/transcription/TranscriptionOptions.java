package dev.pharos.engine.transcription;

import org.jspecify.annotations.Nullable;

/// What the user may choose for a transcription.
///
/// @param model a name that [SpeechModels] knows, or the path of a model file; null where none was
///   chosen
/// @param language ISO 639-1 code, or `auto`
/// @param translate to English
/// @param prompt names and terms that occur; null for none
/// @param speakers tell voices apart
/// @param threads for the recogniser; 0 for what suits the machine
public record TranscriptionOptions(
        @Nullable String model,
        String language,
        boolean translate,
        @Nullable String prompt,
        boolean speakers,
        int threads) {

    /// The name under which the settings file keeps them.
    public static final String FEATURE = "transcription";

    public static final TranscriptionOptions DEFAULT =
            new TranscriptionOptions(null, SpeechToText.AUTO, false, null, false, 0);
}
