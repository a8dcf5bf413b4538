package dev.pharos.engine.summary;

import dev.pharos.engine.annotation.Anchor;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.transcription.Transcript;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/// What is summarised: the sentences of a source in their order, each with the place where it
/// stands. Immutable.
///
/// @param language ISO 639-1 code of the main language, or `und`
/// @param date when it was said or written, by which `on Friday` is understood; null where nobody
///   knows
/// @param spoken whether it is speech: fillers, false starts, and no headings
/// @param sentences headings, code and rows of tables are none
public record Material(
        String title,
        SourceKind kind,
        String language,
        @Nullable LocalDate date,
        boolean spoken,
        List<Sentence> sentences) {

    /// A sentence as it was said or written.
    ///
    /// @param language its own where it is told apart from that of the whole
    /// @param speaker null where nobody is named
    /// @param certainty mean probability of its words as the recogniser saw them, 0 to 1; 1 where
    ///   the text was written
    public record Sentence(
            String text,
            String language,
            @Nullable String speaker,
            Place place,
            Anchor words,
            double certainty) {}

    public Material {
        sentences = List.copyOf(sentences);
    }

    /// Paragraphs that begin with names, as `Anna: we begin`, are taken as said by them.
    ///
    /// @param date as in the record
    public static Material of(Document document, @Nullable LocalDate date) {
        return new Reading(document, null).material(date);
    }

    /// Of a recording. Where its text is no longer that of the transcript, times and speakers are
    /// left out.
    public static Material of(Document recording, Transcript transcript, @Nullable LocalDate date) {
        return new Reading(recording, transcript).material(date);
    }

    /// Some of its sentences, under no title.
    ///
    /// @param to exclusive
    Material part(int from, int to) {
        return new Material("", kind, language, date, spoken, sentences.subList(from, to));
    }
}
