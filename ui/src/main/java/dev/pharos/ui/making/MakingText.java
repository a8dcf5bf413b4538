package dev.pharos.ui.making;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.making.MakingStep;
import dev.pharos.engine.making.NoteForm;
import dev.pharos.engine.summary.Depth;
import dev.pharos.ui.Texts;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/// Says in words how notes are made.
final class MakingText {
    private static final double SURE = 0.7;
    private static final double FAIR = 0.45;

    private MakingText() {}

    /// The steps that there will be, in their order.
    static List<MakingStep> steps(MakingSettings settings) {
        return Stream.of(MakingStep.values())
                .filter(step -> settings.research() || step != MakingStep.RESEARCH)
                .filter(step -> settings.related() || step != MakingStep.RELATIONSHIP_MAPPING)
                .toList();
    }

    static String step(MakingStep step, Texts texts) {
        return switch (step) {
            case AUDIO -> texts.text("making.step.audio");
            case TRANSCRIPTION -> texts.text("making.step.transcription");
            case CONTENT_ANALYSIS -> texts.text("making.step.analysis");
            case RESEARCH -> texts.text("making.step.research");
            case NOTE_GENERATION -> texts.text("making.step.writing");
            case RELATIONSHIP_MAPPING -> texts.text("making.step.relations");
        };
    }

    /// @param id null for the one that fits
    /// @param templates of one's own
    static String form(@Nullable String id, List<Source> templates, Texts texts) {
        if (id == null) {
            return texts.text("making.form.fitting");
        }
        for (var each : NoteForm.BuiltIn.values()) {
            if (each.id().equals(id)) {
                return form(each, texts);
            }
        }
        return templates.stream()
                .filter(each -> each.id().toString().equals(id))
                .map(Source::title)
                .findFirst()
                .orElse(texts.text("making.form.gone"));
    }

    private static String form(NoteForm.BuiltIn form, Texts texts) {
        return switch (form) {
            case LECTURE -> texts.text("making.form.lecture");
            case MEETING -> texts.text("making.form.meeting");
            case INTERVIEW -> texts.text("making.form.interview");
            case MEMO -> texts.text("making.form.memo");
            case BOOK -> texts.text("making.form.book");
        };
    }

    static String depth(Depth depth, Texts texts) {
        return switch (depth) {
            case BRIEF -> texts.text("making.depth.brief");
            case STANDARD -> texts.text("making.depth.standard");
            case DETAILED -> texts.text("making.depth.detailed");
        };
    }

    /// How far one may trust a note.
    static String confidence(double confidence, Texts texts) {
        return texts.text(
                confidence >= SURE
                        ? "making.confidence.high"
                        : confidence >= FAIR ? "making.confidence.fair" : "making.confidence.low");
    }
}
