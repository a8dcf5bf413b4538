package dev.pharos.models.whisper;

import dev.pharos.engine.model.Hardware;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.SpeechToText;
import dev.pharos.engine.transcription.SpeechToText.Recognised;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// whisper.cpp in this process. Loaded by one thread; several may recognise at once.
interface WhisperRuntime {

    String NAME = "whisper.cpp";

    /// Where nobody found out which language it is.
    String UNKNOWN_LANGUAGE = "und";

    /// A plugged-in build by its C functions, and so the bundled one, or where whisper-jni's
    /// library hides them (Windows), by its methods.
    ///
    /// @throws IOException if there are no libraries for this machine, or none in the folder
    /// @throws LinkageError if they cannot be loaded here, or are of an unknown version
    static WhisperRuntime open(Path cache, Placement placement) throws IOException {
        if (placement.plugged()) {
            return CWhisper.open(NativeBuild.in(Path.of(placement.folder())), placement);
        }
        var natives = WhisperNatives.ofThisMachine();
        Path folder = natives.unpack(cache);
        return natives.whisper().isEmpty()
                ? JniWhisper.open(folder)
                : CWhisper.open(natives.build(folder), placement);
    }

    /// What can compute; tries drivers, which may end this process.
    Hardware.Runtime describe();

    /// Why no GPU computes although one was asked for, or a build for one plugged in; null
    /// otherwise.
    @Nullable Detail complaint();

    /// What is heard where there is nothing to hear.
    ///
    /// @param language as it was asked for
    static Recognised nothing(String language, String device) {
        boolean unknown = language.equals(SpeechToText.AUTO);
        return new Recognised(unknown ? UNKNOWN_LANGUAGE : language, device, List.of());
    }

    /// @param file has passed [ModelFile]
    /// @param aligned read the times of words from the model's attention, where it is known how
    /// @throws ProblemException `ModelUnavailable` if whisper.cpp refuses it all the same
    LoadedModel load(Path file, boolean aligned) throws ProblemException;

    /// Weights in memory.
    interface LoadedModel extends AutoCloseable {

        /// Blocks. The same samples give the same result, whatever came before.
        ///
        /// @throws ProblemException `LanguageUnknown`
        /// @throws java.util.concurrent.CancellationException if cancelled
        Recognised recognise(Request.Recognise request, Watch watch) throws ProblemException;

        @Override
        void close();
    }

    /// Who asked, seen from native code: called on the recognising thread.
    interface Watch {
        boolean cancelled();

        /// @param samples of the request's, never more than it has
        void reached(int samples);
    }
}
