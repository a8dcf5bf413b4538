package dev.pharos.engine.making;

import dev.pharos.engine.answer.Answerer;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.making.Made.Change;
import dev.pharos.engine.making.MadeNote.Settings;
import dev.pharos.engine.note.Difference;
import dev.pharos.engine.note.FrontMatter;
import dev.pharos.engine.note.LinkNames;
import dev.pharos.engine.note.Merge;
import dev.pharos.engine.note.Note;
import dev.pharos.engine.note.Notes;
import dev.pharos.engine.note.Notes.Saved;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.summary.Summary;
import dev.pharos.engine.tag.TagName;
import dev.pharos.engine.tag.TagText;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A note that is about to be written: new, or as the next text of one that was made before.
///
/// @param beside what else stands in it
record NoteDraft(
        NoteMaking.Parts parts,
        Source source,
        Settings settings,
        NoteForm form,
        Summary summary,
        MadeNote.Details details,
        Beside beside) {

    /// What stands in each note of a source.
    ///
    /// @param lengthMs of a recording, null for anything else
    /// @param text of the source, in which places count
    /// @param called the source's name, or its first line where that is a title
    /// @param related what else speaks of the same
    record Beside(@Nullable Long lengthMs, String text, String called, List<Source> related) {}

    private static final String FOLDER = "Made/";
    private static final double HUNDRED = 100;

    Made created() throws ProblemException {
        String title = NoteName.of(this);
        String folder = FOLDER + when().getYear();
        String markdown = markdown(title, Path.of(folder, LinkNames.fit(title) + ".md"), List.of());
        var saved =
                parts.notes()
                        .create(
                                title,
                                markdown,
                                folder,
                                note -> parts.made().save(made(note, markdown, details)));
        var made = parts.made().find(saved.id()).orElseThrow();
        return new Made(saved.source(), made, new Change.Created());
    }

    /// @param siblings the notes of all parts, in their order; none where there is but one
    Made rewritten(MadeNote before, List<Source> siblings) throws ProblemException {
        var note =
                parts.notes()
                        .find(before.note())
                        .orElseThrow(() ->
                                new ProblemException(
                                        new Problem.NoSuchSource(before.note().toString())));
        String markdown = markdown(note.title(), note.source().path(), siblings);
        String refused = before.details().refused();
        String from = note.markdown().equals(refused) ? note.markdown() : before.markdown();
        var merge = Merge.of(from, note.markdown(), markdown);
        boolean settled = Keeping.settles(merge);
        var kept = settled ? Optional.<Integer>empty() : version(note, markdown);
        if (kept.isPresent()) {
            var refusing = made(note.id(), from, details.refusing(markdown));
            parts.made().save(refusing);
            return new Made(note.source(), refusing, new Change.Conflict(kept.get()));
        }
        var saved =
                settled
                        ? parts.notes().merge(note.id(), note.markdown(), Keeping.text(merge))
                        : parts.notes().merge(note.id(), from, markdown);
        // After a conflict the note's text is still made of what was made before.
        var made =
                saved instanceof Saved.Conflict
                        ? made(note.id(), from, details.refusing(markdown))
                        : made(note.id(), markdown, details);
        parts.made().save(made);
        var now = parts.notes().find(note.id()).orElse(note);
        return new Made(now.source(), made, change(note, now, saved));
    }

    /// The version that says the same.
    private Optional<Integer> version(Note note, String markdown) {
        return parts.notes().versions(note.id()).stream()
                .map(Notes.Version::revision)
                .filter(each ->
                        parts.notes().text(note.id(), each).filter(markdown::equals).isPresent())
                .findFirst();
    }

    /// A note of this draft that was just made, with the ways to the others.
    Made linked(Made created, List<Source> siblings) throws ProblemException {
        var note = created.note();
        String markdown = markdown(note.title(), note.path(), siblings);
        var made = created.made();
        // What its owner wrote meanwhile keeps its own base: else the ways would seem taken out.
        if (!(parts.notes().save(note.id(), note.revision(), markdown) instanceof Saved.Conflict)) {
            made = made(note.id(), markdown, details);
            parts.made().save(made);
        }
        var now = parts.notes().find(note.id()).map(Note::source).orElse(note);
        return new Made(now, made, created.change());
    }

    private static Change change(Note before, Note now, Saved saved) {
        if (saved instanceof Saved.Conflict conflict) {
            return new Change.Conflict(conflict.kept());
        }
        if (before.markdown().equals(now.markdown())) {
            return new Change.Unchanged();
        }
        var lines = Difference.of(before.markdown(), now.markdown()).lines();
        return new Change.Rewritten(
                count(lines, Difference.Kind.ADDED), count(lines, Difference.Kind.REMOVED));
    }

    private static int count(List<Difference.Line> lines, Difference.Kind kind) {
        return (int) lines.stream().filter(line -> line.kind() == kind).count();
    }

    private MadeNote made(SourceId note, String markdown, MadeNote.Details told) {
        var now = parts.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        return new MadeNote(
                note,
                source.id(),
                settings,
                markdown,
                summary,
                told.from(source.contentHash()),
                now);
    }

    LocalDateTime when() {
        return LocalDateTime.ofInstant(NoteMaking.when(source), ZoneId.systemDefault());
    }

    NoteWords words() {
        return NoteWords.of(settings.language() == null ? summary.language() : settings.language());
    }

    private String markdown(String title, Path path, List<Source> siblings) {
        var links = parts.notes().links();
        var link = new PlaceLink(source, links.target(source, path), beside.text());
        var others = links(siblings, path);
        var related = links(beside.related(), path);
        var tags = settings.tagged() ? names(summary.tags()) : List.<String>of();
        var about =
                new NoteText.About(
                        link, title, when(), beside.lengthMs(), tags, related, others, details);
        var words = words();
        String body = form.filled(new NoteText(summary, about, words, form));
        return front(title, link, tags, words) + body;
    }

    private List<String> links(List<Source> sources, Path path) {
        var links = parts.notes().links();
        return sources.stream()
                .map(each -> new PlaceLink(each, links.target(each, path), "").whole())
                .toList();
    }

    private static List<String> names(List<String> tags) {
        return tags.stream().flatMap(tag -> TagName.of(tag).stream()).distinct().toList();
    }

    /// What a template says of itself, but for what it leaves open, and then what is known.
    private String front(String title, PlaceLink link, List<String> tags, NoteWords words) {
        String front = "";
        for (var each : FrontMatter.of(form.markdown()).properties().entrySet()) {
            if (!each.getKey().equals("template") && !each.getValue().toString().contains("{{")) {
                front = FrontMatter.with(front, each.getKey(), each.getValue());
            }
        }
        front = FrontMatter.with(front, "title", title);
        Set<String> there = new HashSet<>();
        TagText.rewritten(
                front,
                name -> {
                    there.add(TagName.key(name));
                    return Optional.of(name);
                });
        var added = tags.stream().filter(tag -> !there.contains(TagName.key(tag))).toList();
        if (!added.isEmpty()) {
            front = TagText.with(front, added);
        }
        front = FrontMatter.with(front, "source", link.plain());
        front = FrontMatter.with(front, "language", summary.language());
        front = FrontMatter.with(front, "created_by", "Pharos");
        if (details.writer() != null) {
            front = FrontMatter.with(front, "written_by", details.writer().model());
        }
        front =
                FrontMatter.with(
                        front, "confidence", Math.round(summary.confidence() * HUNDRED) / HUNDRED);
        front = FrontMatter.with(front, "reading_time", words.minutes(summary.readingTime()));
        front = FrontMatter.with(front, "word_count", summary.words());
        return FrontMatter.with(front, Answerer.ANSWERED, Answerer.MADE);
    }
}
