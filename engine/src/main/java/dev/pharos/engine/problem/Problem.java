package dev.pharos.engine.problem;

import org.slf4j.Logger;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;

/// Something that went wrong and that the user can act on. The words are chosen where it is shown
/// (window, command line), each from its own bundle by the same [#key]; this type holds only what
/// those words need.
public sealed interface Problem {

    /// Every kind of problem there is, as record types.
    static Stream<Class<?>> kinds() {
        return kinds(Problem.class);
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Problem::kinds)
                : Stream.of(type);
    }

    /// Names the words of a kind in every bundle, such as `problem.fileMissing`.
    static String key(Class<?> kind) {
        var name = kind.getSimpleName();
        return "problem." + Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    default String key() {
        return key(getClass());
    }

    /// What the words may tell: the components in their order, paths as text, durations in seconds.
    /// A [Detail] among them needs words of its own first.
    default Object[] arguments() {
        return Arrays.stream(getClass().getRecordComponents()).map(this::told).toArray();
    }

    private Object told(RecordComponent component) {
        try {
            return switch (component.getAccessor().invoke(this)) {
                case Path path -> path.toString();
                case Duration duration -> duration.toSeconds();
                case Object other -> other;
            };
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component.toString(), e);
        }
    }

    /// What a failure that nobody expected means for its user: the problem that it knows of, or a
    /// bug, which is logged.
    ///
    /// @param what was being done
    static Problem of(Logger log, String what, Throwable failure) {
        var known = failure instanceof Actionable actionable ? actionable.problem() : null;
        if (known == null) {
            return Unexpected.logged(log, what, failure);
        }
        log.info("{}: {}", what, known, failure);
        return known;
    }

    /// A problem of one file that was to be imported; every other file goes on.
    sealed interface OfFile extends Problem {
        Path file();
    }

    /// Nothing is at this path.
    record FileMissing(Path file) implements OfFile {}

    /// The operating system refuses to read it.
    record AccessDenied(Path file) implements OfFile {}

    /// It is a folder, a pipe or a device.
    record NotAFile(Path file) implements OfFile {}

    /// The file has no bytes.
    record EmptyFile(Path file) implements OfFile {}

    /// No reader knows this format. `mediaType` is what the content looks like, such as
    /// `image/tiff`.
    record UnsupportedFormat(Path file, String mediaType) implements OfFile {}

    /// The content needs a password that Pharos does not have.
    record PasswordProtected(Path file) implements OfFile {}

    /// The content does not follow its format so far that nothing can be read.
    record DamagedFile(Path file) implements OfFile {}

    /// The program that decodes it was ended from outside, twice: by the system, which lacked
    /// memory, or by somebody. The file may be whole.
    record DecoderEnded(Path file) implements OfFile {}

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

    /// Only a part of the sound could be decoded, and that was transcribed. A notice, not a
    /// failure.
    ///
    /// @param end of that part, such as `1:05`
    record DecodedInPart(Path file, String end) implements OfFile {}

    /// It was kept; its words will be found once it is transcribed. A notice, not a failure.
    record ToBeTranscribed(Path file) implements OfFile {}

    /// A note is to be made of a recording that nobody has transcribed.
    record NotTranscribed(Path file) implements OfFile {}

    /// A note is to be made of a recording whose words are not all there yet.
    record StillTranscribing(Path file) implements OfFile {}

    /// A note is to be made of a recording that is being transcribed, or waits for that; the note
    /// follows by itself. What a job waits for, not a failure.
    record TranscribedFirst() implements Problem {}

    /// A note is to be made of what says too little for one.
    record NothingToSay(Path file) implements OfFile {}

    /// A quiz is to be made of what has too few statements to ask for.
    record NothingToAsk() implements Problem {}

    /// More notes are wished of a source than it has to tell. A notice, not a failure.
    ///
    /// @param made how many it gives
    record TooShortForNotes(Path file, int wanted, int made) implements OfFile {}

    /// More notes are wished of a source than it can be cut into so that each has enough to tell,
    /// though it is long enough. A notice, not a failure.
    ///
    /// @param made how many it gives
    record NotDivided(Path file, int wanted, int made) implements OfFile {}

    /// A note that was made of a part of its source, which is divided otherwise now. It stays as it
    /// is. A notice, not a failure.
    record NoteWithoutPart(Path file) implements OfFile {}

    /// What a note was made from lies in the trash.
    record SourceInTrash(Path file, String id) implements OfFile {}

    /// What a note was made from was removed for good, and nothing with its words is there.
    record SourceRemoved(String file) implements Problem {}

    /// What a note was made from was removed for good and imported anew, and is taken now. A
    /// notice, not a failure.
    record SourceAnew(Path file) implements OfFile {}

    /// A text of a transcript that does not tell when its words are said.
    record TimesMissing(Path file) implements OfFile {}

    /// It has another sound than the file that it takes the place of, whose transcript is set aside
    /// as an earlier version. A notice, not a failure.
    record WordsSetAside(Path file) implements OfFile {}

    /// The note was changed here and in its file; it has both changes now. A notice, not a failure.
    record NoteMerged(Path file) implements OfFile {}

    /// The note was changed here and in its file, in the same lines; it stays as it is here, and
    /// what the file says is a version of it. A notice, not a failure.
    record NoteKeptTwice(Path file) implements OfFile {}

    /// Only a part of the text could be read; that part was kept. A notice, not a failure.
    record PartlyRead(Path file) implements OfFile {}

    /// It was kept, but parts of it are encrypted, and only the program that wrote it can read
    /// them. A notice, not a failure.
    record EncryptedParts(Path file) implements OfFile {}

    /// Another process writes to this library.
    record LibraryInUse(Path folder) implements Problem {}

    /// There is no library here, and the caller only wants to read.
    record LibraryMissing(Path folder) implements Problem {}

    /// Something is to be written into a folder of its own, and this one has other files in it.
    record FolderNotEmpty(Path folder) implements Problem {}

    /// A folder in which notes are mirrored is not there: deleted, or on a disk that is not.
    record FolderMissing(Path folder) implements Problem {}

    /// More than half of what is mirrored in a folder is gone on one side, so that it would be
    /// deleted on the other one: more likely a mistake.
    record MostWouldGo(Path folder, long gone, int all) implements Problem {}

    /// The folder cannot be created or written.
    record FolderNotWritable(Path folder) implements Problem {}

    /// A newer Pharos made this library; `version` is its schema, `known` the newest one understood
    /// here.
    record LibraryTooNew(Path folder, int version, int known) implements Problem {}

    /// The database is damaged; `detail` is SQLite's own sentence.
    record LibraryDamaged(Path folder, String detail) implements Problem {}

    /// No space is left on the disk that holds `folder`.
    record DiskFull(Path folder) implements Problem {}

    /// The disk that holds `folder` cannot be read or written, though it has room: it was removed,
    /// or breaks. `detail` is SQLite's own sentence.
    record DiskFailed(Path folder, String detail) implements Problem {}

    /// A search line that cannot be understood. `part` is the piece that is wrong, such as
    /// `after:yesterday`.
    record UnreadableQuery(String query, String part) implements Problem {}

    /// A test set, or a file of questions, cannot be used; `line` is where, or 0 for the whole.
    record BadTestSet(Path file, long line, Detail detail) implements Problem {}

    /// What was typed as the name of a tag has no letter.
    record UnusableTag(String name) implements Problem {}

    /// There is another tag of this name.
    record TagExists(String name) implements Problem {}

    /// No collection has this id.
    record NoSuchCollection(String name) implements Problem {}

    /// No collection has this name, of `known` that there are; `near` are the names nearest to it.
    record UnknownCollection(String name, int known, String near) implements Problem {}

    /// The saved search of a collection names a collection that has this one in it again.
    record CircularCollection(String name) implements Problem {}

    /// No single conversation has this id, or, where it is empty, there is none to go on with.
    record NoSuchConversation(String id) implements Problem {}

    /// Nothing was kept that a question could follow.
    record NoConversation() implements Problem {}

    /// No form for a note that is made, and no template with places for one, has this name.
    ///
    /// @param known how many such templates there are
    /// @param own their titles
    record NoSuchNoteForm(String name, int known, String own) implements Problem {}

    /// Nothing fills this place of a template. A notice, not a failure.
    record UnknownPlace(String place) implements Problem {}

    /// Nothing fills this place of a template, such as `{{sumary}}`, but `near`, which is much
    /// alike. A notice, not a failure.
    record MistypedPlace(String place, String near) implements Problem {}

    /// No highlight has this id.
    record NoSuchHighlight(String id) implements Problem {}

    /// No source has this id, or more than one starts with it.
    record NoSuchSource(String id) implements Problem {}

    /// A model could not be loaded.
    record ModelUnavailable(String model, Detail detail) implements Problem {
        public ModelUnavailable(String model, String said) {
            this(model, Detail.said(said));
        }
    }

    /// A part that comes with the program, such as ffmpeg, does not run on this machine. `detail`
    /// is its own sentence.
    record PartUnavailable(String part, String detail) implements Problem {}

    /// A model that does not come to an end with a second of sound within `limit`.
    record ModelTooSlow(String model, Duration limit) implements Problem {}

    /// No model of this name is on this machine; `folder` is where it would be looked for.
    record MissingModel(String model, Path folder) implements Problem {}

    /// The files of an embedding model are not on this machine.
    record EmbedderMissing(String model) implements Problem {}

    /// Nobody has chosen a model for speech yet; `folder` is where model files are looked for.
    record NoSpeechModel(Path folder) implements Problem {}

    /// The model does not know this language; an English-only one knows just that.
    record LanguageUnknown(String language, String model) implements Problem {}

    /// The process that recognises speech ended twice on the same piece of sound; `atMs` is where.
    record RecogniserDied(String model, long atMs) implements Problem {
        @Override
        public Object[] arguments() {
            return new Object[] {model, atMs / 1000};
        }
    }

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

    /// The chat endpoint did not answer as it should.
    record EndpointFailed(String endpoint, Detail detail) implements Problem {
        public EndpointFailed(String endpoint, String said) {
            this(endpoint, Detail.said(said));
        }
    }

    /// The chat endpoint is not on this machine and its owner has not allowed text to leave it.
    record RemoteNotAllowed(String endpoint) implements Problem {}

    /// A note is to be written by a language model, and none is set.
    record NoLanguageModel() implements Problem {}

    /// A language model replied twice with what is no note. A notice, not a failure: the note is
    /// made without it.
    record UnusableReply(String model, Detail detail) implements Problem {}

    /// A language model wrote in another language than that of the source, as it was asked to, and
    /// its lines could not be held to the source's words. A notice, not a failure.
    record NoteUnchecked(String model) implements Problem {}

    /// A note that a language model wrote of something else, and none that may write it anew is
    /// set. A notice, not a failure: the note is made without one.
    record NoteWithoutWriter(String model) implements Problem {}

    /// The search service did not answer as it should.
    record ResearchFailed(String service, Detail detail) implements Problem {}

    /// The search service is not on this machine and its owner has not allowed words to go there.
    record ResearchNotAllowed(String service) implements Problem {}

    /// No search service is chosen.
    record ResearchOff() implements Problem {}

    /// The shelf knows no model of this id.
    record UnknownModel(String id) implements Problem {}

    /// Nobody gives the model out for download; its owner has to bring it. `file` is its name.
    record NotDownloadable(String model, String file) implements Problem {}

    /// A download ended early; what has come is kept. `detail` is what happened in the words of the
    /// protocol or the system.
    record DownloadFailed(String model, String host, String detail) implements Problem {}

    /// A model could not be fetched, and nothing of it came.
    record NotFetched(String model, String host, Detail detail) implements Problem {}

    /// What is to come does not fit on the disk that holds `folder`; in bytes. `reserve` is left
    /// free whatever comes.
    record NoRoom(Path folder, long need, long free, long reserve) implements Problem {
        private static final double MEGA = 1e6;

        @Override
        public Object[] arguments() {
            return new Object[] {
                folder.toString(),
                Math.ceil(need / MEGA),
                Math.floor(free / MEGA),
                Math.round(reserve / MEGA)
            };
        }
    }

    /// A file of a model has not the bytes that it had when it came, or that are published.
    record ModelDamaged(String model, String file) implements Problem {}

    /// What came has other bytes than the first time; nobody has published which are right.
    record OtherThanBefore(String model, String file) implements Problem {}

    /// What came is not what it should be; `expected` and `found` are SHA-256 or sizes.
    record WrongDownload(String file, String expected, String found) implements Problem {}

    /// A proxy that Pharos cannot go through: another kind than HTTP, such as SOCKS, or no
    /// `host:port`. `proxy` is as it was set.
    record ProxyUnusable(String proxy) implements Problem {}

    /// A file or folder that its owner brought is no model that Pharos can use.
    record NotAModel(Path file, Detail detail) implements Problem {
        public NotAModel(Path file, String said) {
            this(file, Detail.said(said));
        }
    }

    /// The model is the chosen one, or works right now.
    record ModelInUse(String model) implements Problem {}

    /// The library is being embedded with this model, to be searched with it then.
    record ModelComing(String model) implements Problem {}

    /// Another program, or another call of this one, brings or removes this model just now.
    record ModelBusy(String model) implements Problem {}

    /// A device failed and the CPU took over. A notice, not a failure.
    record DeviceFailed(String device, Detail detail) implements Problem {
        public DeviceFailed(String device, String said) {
            this(device, Detail.said(said));
        }
    }

    /// The build of a runtime that its owner plugged in cannot be used, and the one that comes with
    /// the program did the work. A notice, not a failure.
    record RuntimeRefused(String folder, Detail detail) implements Problem {}

    /// What has to be sent is more than the model reads at once; numbers of tokens.
    record ContextTooSmall(String model, long needed, long limit) implements Problem {}

    /// Access keys can be neither read nor kept.
    record SecretsUnavailable(Detail detail) implements Problem {
        public SecretsUnavailable(String said) {
            this(Detail.said(said));
        }
    }

    /// The settings file cannot be read or written; it was left as it is. `detail` is the member
    /// that does not fit, or line and column with the parser's own sentence, or the system's.
    record SettingsUnreadable(Path file, String detail) implements Problem {}

    /// A bug. It was logged once under `reportId`.
    record Unexpected(String reportId) implements Problem {

        /// Logs a bug under a code that its user can name.
        ///
        /// @param what was being done
        public static Unexpected logged(Logger log, String what, Throwable bug) {
            var report = UUID.randomUUID().toString().substring(0, 8);
            log.error("report {}: {}", report, what, bug);
            return new Unexpected(report);
        }
    }
}
