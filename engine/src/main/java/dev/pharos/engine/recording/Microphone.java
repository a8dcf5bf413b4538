package dev.pharos.engine.recording;

import dev.pharos.engine.problem.ProblemException;

import java.util.List;

/// The inputs that sound can be captured from on this machine.
public interface Microphone {

    /// An input as the system names it.
    ///
    /// @param id what [#open] takes; stays the same while the device is plugged in
    record Input(String id, String name) {}

    /// The default one first; empty where there is none. Asks the system anew each time.
    List<Input> inputs();

    /// Begins to capture 16-bit mono sound.
    ///
    /// @param input one of [#inputs], by id; null takes the default
    /// @throws ProblemException `NoMicrophone`, or `MicrophoneBusy` where another program holds it
    Capture open(@org.jspecify.annotations.Nullable String input) throws ProblemException;

    /// Sound coming in. One thread reads.
    interface Capture extends AutoCloseable {

        /// Samples a second.
        int rate();

        /// Blocks until some samples are there, at most some tenths of a second.
        ///
        /// @return how many were written into `samples` from 0 on; 0 if nothing came in time; -1
        ///   when the input is gone (unplugged)
        int read(short[] samples);

        @Override
        void close();
    }
}
