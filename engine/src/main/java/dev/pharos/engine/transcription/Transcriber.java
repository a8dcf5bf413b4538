package dev.pharos.engine.transcription;

import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.AudioDecoder;
import dev.pharos.engine.recording.Waveform;
import dev.pharos.engine.work.JobQueue;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.function.Consumer;

/// Turns the sound of a file into a transcript: decodes it, leaves out what is not speech, cuts the
/// rest at pauses into windows of at most 30 s, recognises each on its own. Memory is flat. Killed
/// and started again with the same [Checkpoints], it goes on with the first unfinished window and
/// gives the same result.
public final class Transcriber {

    private final Parts parts;

    /// What it works with.
    ///
    /// @param diarizer null where voices cannot be told apart on this machine
    public record Parts(
            AudioDecoder audio,
            VoiceActivity voices,
            SpeechToText speech,
            SpeechModels models,
            @Nullable Diarizer diarizer) {}

    public Transcriber(Parts parts) {
        this.parts = parts;
    }

    /// What is to be transcribed.
    ///
    /// @param file the bytes
    /// @param name the file's original name, for messages
    /// @param key names the bytes, such as their SHA-256
    public record Sound(Path file, Path name, String key) {}

    /// As [#transcribe(Sound, TranscriptionOptions, Checkpoints, Consumer, JobQueue.Report)], for
    /// who wants no waveform.
    public Transcript transcribe(
            Path file,
            Path name,
            String key,
            TranscriptionOptions options,
            Checkpoints checkpoints,
            JobQueue.Report report)
            throws ProblemException {
        return transcribe(new Sound(file, name, key), options, checkpoints, _ -> {}, report);
    }

    /// Blocks until the whole file is recognised. Progress is in milliseconds of sound; stages are
    /// `listening` and `speakers`.
    ///
    /// @param waveform gets that of the whole sound, on this thread
    /// @throws ProblemException of the file, of the model, or `NoSpeechModel` where `options` name
    ///   none
    public Transcript transcribe(
            Sound sound,
            TranscriptionOptions options,
            Checkpoints checkpoints,
            Consumer<Waveform> waveform,
            JobQueue.Report report)
            throws ProblemException {
        return new Transcription(parts, sound, options, checkpoints, report).run(waveform);
    }
}
