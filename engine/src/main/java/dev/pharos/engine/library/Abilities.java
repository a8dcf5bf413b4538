package dev.pharos.engine.library;

import dev.pharos.engine.answer.LanguageModel;
import dev.pharos.engine.document.Extractor;
import dev.pharos.engine.meaning.Embedders;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.Microphone;
import dev.pharos.engine.recording.Recorder;
import dev.pharos.engine.research.Research;
import dev.pharos.engine.transcription.Transcriber;
import dev.pharos.engine.transcription.TranscriptionOptions;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a library needs from outside: the ports, filled by the program's wiring. The library does
/// not close them, but the embedders that it opens.
///
/// @param chat asked anew for each question, so that a changed setting counts at once
/// @param speech null where sound is just another unsupported format
/// @param research asked anew for each note that is to be researched
public record Abilities(
        Extractor extractor,
        Embedders embedders,
        Chat chat,
        @Nullable Speech speech,
        Research research) {

    /// Without research.
    public Abilities(Extractor extractor, Embedders embedders, Chat chat, @Nullable Speech speech) {
        this(extractor, embedders, chat, speech, Research.OFF);
    }

    /// For documents only.
    public Abilities(Extractor extractor, Embedders embedders, Chat chat) {
        this(extractor, embedders, chat, null);
    }

    /// What it takes to record and to transcribe.
    ///
    /// @param options asked anew for each import, so that a changed setting counts at once
    /// @param recordings folders of recordings beside the library's own, whose unfinished ones the
    ///   library offers too
    public record Speech(
            Transcriber.Parts transcription,
            Microphone microphone,
            OptionsChoice options,
            List<Path> recordings) {
        public Speech {
            recordings = List.copyOf(recordings);
        }

        /// With the library's own recordings only.
        public Speech(
                Transcriber.Parts transcription, Microphone microphone, OptionsChoice options) {
            this(transcription, microphone, options, List.of());
        }

        Recorder recorder(Path own) {
            return new Recorder(microphone, own, recordings);
        }
    }

    /// Gives what the user has chosen for transcriptions.
    @FunctionalInterface
    public interface OptionsChoice {
        TranscriptionOptions current() throws ProblemException;
    }

    /// Gives the language model that is set now, or none.
    @FunctionalInterface
    public interface Chat {
        Chat NONE = Optional::empty;

        Optional<LanguageModel> current() throws ProblemException;
    }
}
