package dev.pharos.engine.transcription;

import dev.pharos.engine.problem.ProblemException;

import java.nio.file.Path;
import java.util.List;

/// The Whisper models on this machine.
public interface SpeechModels {

    /// Understands synthesized speech of a few words only: for the demo and tests, chosen by name
    /// alone.
    String DEMO = "demo";

    /// @param name one of [#names], or the path of a file
    /// @throws ProblemException `MissingModel`
    Path find(String name) throws ProblemException;

    /// What can be chosen by name, [#DEMO] last.
    List<String> names();

    /// Where model files are looked for by name, `ggml-NAME.bin`; may not exist.
    Path folder();
}
