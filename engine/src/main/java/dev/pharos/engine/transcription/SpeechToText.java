package dev.pharos.engine.transcription;

import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/// Recognises speech. Safe for use by several threads; requests are worked on one after another.
public interface SpeechToText extends AutoCloseable {

    /// `language` where the recogniser shall find out.
    String AUTO = "auto";

    /// How to recognise.
    ///
    /// @param model a file in whisper.cpp's ggml format
    /// @param language ISO 639-1 code, or [#AUTO]
    /// @param translate to English
    /// @param prompt words that may occur, such as names; null for none
    /// @param threads how many the recogniser may use
    record Options(
            Path model, String language, boolean translate, @Nullable String prompt, int threads) {}

    /// What was recognised.
    ///
    /// @param language ISO 639-1 code that was given or found
    /// @param device that it ran on, such as `CPU` or `CUDA0: NVIDIA H100`
    /// @param segments with words, speaker null; times from the first sample
    record Recognised(String language, String device, List<Segment> segments) {
        public Recognised {
            segments = List.copyOf(segments);
        }
    }

    /// The longest piece of sound that [#recognise] takes, in samples: 30 s.
    int LONGEST = 30 * 16_000;

    /// Recognises a piece of sound on its own: what was said before does not matter, so the same
    /// samples give the same result. Blocks; progress is in samples; cancelling ends it within 2 s,
    /// if need be by killing the process that recognises. Where a device fails, or a build that the
    /// owner plugged in, the CPU or the bundled build does the work and `progress` gets a notice.
    ///
    /// @param samples mono, 16,000 a second, at most [#LONGEST]
    /// @throws ProblemException `ModelUnavailable` for a file that is no whole model,
    ///   `MissingModel`, `LanguageUnknown`, `RecogniserDied`
    /// @throws java.util.concurrent.CancellationException if cancelled
    Recognised recognise(float[] samples, Options options, Progress progress)
            throws ProblemException;

    /// Reads a model's file from end to end and says what it is; native code sees only files that
    /// pass. Costs as much as reading the file once; remembers files that did not change.
    ///
    /// @param progress may cancel, and hears of nothing: the reading is over before anything begins
    /// @throws ProblemException `ModelUnavailable`, `MissingModel`
    /// @throws java.util.concurrent.CancellationException if cancelled
    Model check(Path model, Progress progress) throws ProblemException;

    /// A whole model file.
    ///
    /// @param name from the file, without `ggml-` and the extension, such as `base.en`
    /// @param multilingual false for an English-only one
    /// @param windowMs the longest piece of speech that it has learned to hear at once; more is
    ///   taken, but not understood
    record Model(Path file, String name, boolean multilingual, long bytes, int windowMs) {}

    @Override
    void close();
}
