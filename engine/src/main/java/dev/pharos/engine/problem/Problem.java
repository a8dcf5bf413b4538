package dev.pharos.engine.problem;

import java.nio.file.Path;
import java.time.Duration;

/// Something that went wrong and that the user can act on. The words are chosen where it is shown
/// (window, command line); this type holds only what those words need.
public sealed interface Problem {

    /// A problem of one file that was to be imported; every other file goes on.
    sealed interface OfFile extends Problem {
        Path file();
    }

    /// Nothing is at this path.
    record FileMissing(Path file) implements OfFile {}

    /// The operating system refuses to read it.
    record AccessDenied(Path file) implements OfFile {}

    /// The file has no bytes.
    record EmptyFile(Path file) implements OfFile {}

    /// No reader knows this format. `mediaType` is what the content looks like, such as
    /// `image/tiff`.
    record UnsupportedFormat(Path file, String mediaType) implements OfFile {}

    /// The content needs a password that Pharos does not have.
    record PasswordProtected(Path file) implements OfFile {}

    /// The content does not follow its format so far that nothing can be read.
    record DamagedFile(Path file) implements OfFile {}

    /// The content unfolds beyond every honest size (a decompression or entity bomb), or needs more
    /// memory than is given.
    record ExpandsTooFar(Path file) implements OfFile {}

    /// It was written to each time it was read.
    record StillChanging(Path file) implements OfFile {}

    /// Reading it did not end within `limit`.
    record TookTooLong(Path file, Duration limit) implements OfFile {}

    /// It was kept, but no text was found in it (a scan, or pictures only). A notice, not a
    /// failure.
    record NoText(Path file) implements OfFile {}

    /// It was kept, but there is no sound in it: a video without a sound track.
    record NoSound(Path file) implements OfFile {}

    /// It was kept, but nobody speaks in it. A notice, not a failure.
    record NoSpeech(Path file) implements OfFile {}

    /// It was kept; its words will be found once it is transcribed. A notice, not a failure.
    record ToBeTranscribed(Path file) implements OfFile {}

    /// Only a part of the text could be read; that part was kept. A notice, not a failure.
    record PartlyRead(Path file) implements OfFile {}

    /// Another process writes to this library.
    record LibraryInUse(Path folder) implements Problem {}

    /// There is no library here, and the caller only wants to read.
    record LibraryMissing(Path folder) implements Problem {}

    /// The folder cannot be created or written.
    record FolderNotWritable(Path folder) implements Problem {}

    /// A newer Pharos made this library; `version` is its schema, `known` the newest one understood
    /// here.
    record LibraryTooNew(Path folder, int version, int known) implements Problem {}

    /// The database is damaged; `detail` is SQLite's own sentence.
    record LibraryDamaged(Path folder, String detail) implements Problem {}

    /// No space is left on the disk that holds `folder`.
    record DiskFull(Path folder) implements Problem {}

    /// A search line that cannot be understood. `part` is the piece that is wrong, such as
    /// `after:yesterday`.
    record UnreadableQuery(String query, String part) implements Problem {}

    /// No source has this id, or more than one starts with it.
    record NoSuchSource(String id) implements Problem {}

    /// A model could not be loaded; `detail` is the runtime's own sentence.
    record ModelUnavailable(String model, String detail) implements Problem {}

    /// No model of this name is on this machine; `folder` is where it would be looked for.
    record MissingModel(String model, Path folder) implements Problem {}

    /// Nobody has chosen a model for speech yet; `folder` is where model files are looked for.
    record NoSpeechModel(Path folder) implements Problem {}

    /// The model does not know this language; an English-only one knows just that.
    record LanguageUnknown(String language, String model) implements Problem {}

    /// The process that recognises speech ended twice on the same piece of sound; `atMs` is where.
    record RecogniserDied(String model, long atMs) implements Problem {}

    /// The machine has no input for sound, or none of this name.
    record NoMicrophone() implements Problem {}

    /// Another program holds the microphone, or the system refuses it.
    record MicrophoneBusy(String input, String detail) implements Problem {}

    /// The microphone went away while it recorded; what was recorded is kept.
    record MicrophoneGone() implements Problem {}

    /// The computer slept while it recorded; what was recorded before is kept.
    record ComputerSlept() implements Problem {}

    /// The machine has no output for sound.
    record NoSoundOutput(String detail) implements Problem {}

    /// The chat endpoint did not answer as it should; `detail` is its own sentence.
    record EndpointFailed(String endpoint, String detail) implements Problem {}

    /// The chat endpoint is not on this machine and its owner has not allowed text to leave it.
    record RemoteNotAllowed(String endpoint) implements Problem {}

    /// The settings file cannot be read; it was left as it is.
    record SettingsUnreadable(Path file, String detail) implements Problem {}

    /// A bug. It was logged once under `reportId`.
    record Unexpected(String reportId) implements Problem {}
}
