package dev.pharos.engine.making;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.research.Finding;
import dev.pharos.engine.summary.Depth;
import dev.pharos.engine.summary.Summary;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// That a note was made from a source, and how. Immutable.
///
/// @param source may be gone by now
/// @param markdown as it was made, whatever became of it since
/// @param details what else is to be known of it
/// @param made when that was
public record MadeNote(
        SourceId note,
        SourceId source,
        Settings settings,
        String markdown,
        Summary summary,
        Details details,
        Instant made) {

    /// What a note has beside its summary.
    ///
    /// @param findings what the web says of its topics, the nearest first: words of others
    /// @param part null where it is of the whole source
    /// @param writer who wrote it, where that was a language model
    /// @param refused what was made last, where it is in conflict with the owner's text
    /// @param content hash of what it was made from; null in notes of earlier versions
    public record Details(
            List<Finding> findings,
            @Nullable Part part,
            @Nullable Writer writer,
            @Nullable String refused,
            @Nullable String content) {
        public static final Details NONE = new Details(List.of(), null, null, null, null);

        /// Earlier versions researched nothing.
        public Details(
                @Nullable List<Finding> findings,
                @Nullable Part part,
                @Nullable Writer writer,
                @Nullable String refused,
                @Nullable String content) {
            this.findings = findings == null ? List.of() : List.copyOf(findings);
            this.part = part;
            this.writer = writer;
            this.refused = refused;
            this.content = content;
        }

        Details finding(List<Finding> found) {
            return new Details(found, part, writer, refused, content);
        }

        Details of(Part other) {
            return new Details(findings, other, writer, refused, content);
        }

        Details by(@Nullable Writer other) {
            return new Details(findings, part, other, refused, content);
        }

        Details refusing(@Nullable String markdown) {
            return new Details(findings, part, writer, markdown, content);
        }

        Details from(String contentHash) {
            return new Details(findings, part, writer, refused, contentHash);
        }
    }

    /// A language model that wrote a note.
    ///
    /// @param of SHA-256 of what it wrote of and how that was wished: the same is not written anew
    public record Writer(String model, String of) {}

    /// Which part of a source that was divided.
    ///
    /// @param number from 1
    /// @param of how many there are
    /// @param from UTF-16 offset into the source's text
    /// @param to exclusive
    public record Part(int number, int of, int from, int to) {

        /// How many letters both have.
        public int overlap(Part other) {
            return Math.max(0, Math.min(to, other.to) - Math.max(from, other.from));
        }
    }

    /// Exports of earlier versions have no details.
    public MadeNote(
            SourceId note,
            SourceId source,
            Settings settings,
            String markdown,
            Summary summary,
            @Nullable Details details,
            Instant made) {
        this.note = note;
        this.source = source;
        this.settings = settings;
        this.markdown = markdown;
        this.summary = summary;
        this.details = details == null ? Details.NONE : details;
        this.made = made;
    }

    /// With another text that the next one is made of, and no conflict.
    MadeNote from(String base) {
        var settled = details.refusing(null);
        return new MadeNote(note, source, settings, base, summary, settled, made);
    }

    /// How a note is made.
    ///
    /// @param form a built-in one of [NoteForm.BuiltIn], or the id of a template note; null for the
    ///   one that fits the source, or that its note has already
    /// @param depth null for [Depth#STANDARD], or as its note has it already
    /// @param tags whether it gets tags; null as its note has it already, or with tags
    /// @param related whether it names what else in the library speaks of the same; null as its
    ///   note has it already, or so
    /// @param language of its headings, ISO 639-1; null for the source's
    /// @param research whether the web is asked what it is about, where a search service is set
    /// @param parts into how many notes a source is divided at most, from 1 to [#MOST_PARTS]; 0 as
    ///   its notes were made before, or one
    /// @param model whether the language model that is set writes it, be it beyond this machine;
    ///   null as its note was made before, or only a model on this machine, where one is set
    public record Settings(
            @Nullable String form,
            @Nullable Depth depth,
            @Nullable Boolean tags,
            @Nullable Boolean related,
            @Nullable String language,
            boolean research,
            int parts,
            @Nullable Boolean model) {
        public static final int MOST_PARTS = 3;

        public static final Settings DEFAULT = new Settings(null, null, null, null, null);

        public Settings {
            parts = Math.clamp(parts, 0, MOST_PARTS);
        }

        /// As many notes as before, without research, written by a model on this machine where one
        /// is set.
        public Settings(
                @Nullable String form,
                @Nullable Depth depth,
                @Nullable Boolean tags,
                @Nullable Boolean related,
                @Nullable String language) {
            this(form, depth, tags, related, language, false, 0, null);
        }

        /// Whether a new note gets tags.
        public boolean tagged() {
            return tags == null || tags;
        }

        /// Whether a new note names what else speaks of the same.
        public boolean connected() {
            return related == null || related;
        }
    }
}
