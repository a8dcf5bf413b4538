package dev.pharos.engine.note;

import dev.pharos.engine.library.Blobs;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.ProblemException;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The notes of a library, to be read, written, named and linked. What is written is found by its
/// words at once; its vectors follow. A note that is in the trash is not here. All calls block, a
/// save for some tens of milliseconds; safe for use by several threads. What writes needs a library
/// that was opened for writing.
///
/// Every method that takes an id throws `ProblemException` with `NoSuchSource` where that names no
/// note, if it does not say otherwise.
///
/// A note is called as it was named: here, or, where it came from a file, by that (its front
/// matter, a heading of the first level before everything, or the name of the file). What is
/// written in it later gives it no other name; a rename does, and writes it where the text says the
/// old one.
public interface Notes {

    /// A new note.
    ///
    /// @param title it also names the note in links, without the signs that files and links cannot
    ///   have; where the folder has such a name already, a number follows it
    /// @param folder among the notes that are written here, such as `Travel/2026`; empty for their
    ///   top
    default Note create(String title, String markdown, String folder) throws ProblemException {
        return create(title, markdown, folder, _ -> {});
    }

    /// The same.
    ///
    /// @param within is told the id of the note in the transaction that saves it, to save with it
    ///   what belongs to it
    Note create(String title, String markdown, String folder, Consumer<SourceId> within)
            throws ProblemException;

    /// The note of this id, or nothing where there is none.
    Optional<Note> find(SourceId id);

    /// Saves a note as its next revision. What somebody else has changed since `base` is never
    /// overwritten: it is merged, line by line, and where both changed the same lines, both texts
    /// are kept, and told.
    ///
    /// @param base the revision whose text was edited
    Saved save(SourceId id, int base, String markdown) throws ProblemException;

    /// The same for a text that somebody else has made.
    ///
    /// @param base the text that it was made from, which need not be a version of the note
    Saved merge(SourceId id, String base, String markdown) throws ProblemException;

    /// What became of a save.
    sealed interface Saved {

        /// What the note has now, and what the next save has to be based on.
        int revision();

        /// The text is as it was given.
        record Kept(int revision) implements Saved {}

        /// Somebody else had changed other lines; the note has both changes.
        ///
        /// @param markdown what the note has now, to be shown in the place of what was given
        record Merged(int revision, String markdown) implements Saved {}

        /// Somebody else had changed the same lines. The note has their text; the one that was
        /// given is kept as a version before it, so that nothing is lost whatever happens now. A
        /// save of one's choice, based on this revision, ends the conflict.
        ///
        /// @param markdown what the note has now
        /// @param kept the version that has what was given
        /// @param merge the two, piece by piece
        record Conflict(int revision, String markdown, int kept, Merge merge) implements Saved {}
    }

    /// The kept versions of a note, the newest, which is its text, first. Saves within about ten
    /// minutes of one sitting are one version; some minutes without a save end it, and so does a
    /// rename. That from before the sitting always stays.
    List<Version> versions(SourceId id);

    /// A version of a note.
    ///
    /// @param saved when it was saved last
    /// @param imported whether it came from a file
    /// @param size in bytes
    record Version(int revision, Instant saved, boolean imported, long size) {}

    /// The text of a version, also of one that a later save of the same sitting has replaced, while
    /// that is still known.
    Optional<String> text(SourceId id, int revision);

    /// Saves the text of an earlier version once more; that which is there now stays a version. The
    /// note is called as it is called now.
    ///
    /// @throws IllegalArgumentException where there is no such version
    Saved restore(SourceId id, int revision) throws ProblemException;

    /// Gives a note another title and, in one step with that, writes its new name into every link
    /// of other notes that leads to it; nothing but the targets of those links changes. Where the
    /// note's own text says its title (front matter, or a heading of the first level before
    /// everything), it says the new one then.
    Renamed rename(SourceId id, String title) throws ProblemException;

    /// A rename that was done.
    ///
    /// @param from the title before
    /// @param path where it stood before
    /// @param changed the note itself and all whose text changed, with the revisions before and
    ///   after
    record Renamed(SourceId note, String from, String to, Path path, List<Change> changed) {

        /// One note that a rename has changed.
        public record Change(SourceId note, int before, int after) {}

        public Renamed {
            changed = List.copyOf(changed);
        }
    }

    /// Takes a rename back, also where some of the notes were edited since.
    ///
    /// @return false where the note has got yet another title since, and keeps that
    boolean undo(Renamed renamed) throws ProblemException;

    /// Puts a note that was written here into another folder; links stay right as in [#rename].
    ///
    /// @param folder as for [#create]
    Renamed move(SourceId id, String folder) throws ProblemException;

    /// Keeps a picture or another file with a note.
    ///
    /// @param name that of the file that was dropped, or one for what was pasted
    /// @return the Markdown that shows it, to be inserted where the caret stands
    String attach(SourceId id, byte[] bytes, String name) throws ProblemException;

    /// The same for a file of any size, which is copied and stays where it is.
    String attach(SourceId id, Path file) throws ProblemException;

    /// What a picture or a link in a note shows, if it is kept.
    ///
    /// @param target as written in the note
    Optional<Blobs.Blob> attachment(SourceId id, String target);

    /// Notes that others begin with: those in a folder `Templates`, and those whose front matter
    /// says `template: true`.
    List<Source> templates();

    /// The text that a note begins with, `{{title}}`, `{{date}}`, `{{time}}` and their formats such
    /// as `{{date:YYYY-MM-DD}}` filled in.
    ///
    /// @param title of the new note
    String filled(SourceId template, String title) throws ProblemException;

    /// Where links lead and come from.
    NoteLinks links();
}
