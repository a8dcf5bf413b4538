package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.making.MakingStep;

/// Says in words what is being done for a note.
final class StepText {
    private StepText() {}

    static String of(MakingStep step) {
        return switch (step) {
            case AUDIO -> text("step.audio");
            case TRANSCRIPTION -> text("step.transcription");
            case CONTENT_ANALYSIS -> text("step.analysis");
            case RESEARCH -> text("step.research");
            case NOTE_GENERATION -> text("step.generation");
            case RELATIONSHIP_MAPPING -> text("step.mapping");
        };
    }
}
