package dev.pharos.engine.library;

import dev.pharos.engine.annotation.Anchor;
import dev.pharos.engine.annotation.Highlight;
import dev.pharos.engine.annotation.Highlight.Colour;
import dev.pharos.engine.annotation.Highlights;
import dev.pharos.engine.annotation.HighlightsMarkdown;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.Outline;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.storage.Database;
import dev.pharos.engine.storage.SqliteHighlights;
import dev.pharos.engine.storage.SqliteHighlights.Marked;
import dev.pharos.engine.transcription.Transcripts;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// The [Highlights] of a [Library].
final class LibraryHighlights implements Highlights {
    private final SqliteHighlights rows;
    private final Sources sources;
    private final Transcripts transcripts;
    private final LibraryRecordings.Indexing indexing;
    private final Clock clock;

    LibraryHighlights(
            Database database,
            Sources sources,
            Transcripts transcripts,
            LibraryRecordings.Indexing indexing,
            Clock clock) {
        rows = new SqliteHighlights(database);
        this.sources = sources;
        this.transcripts = transcripts;
        this.indexing = indexing;
        this.clock = clock;
    }

    @Override
    public List<Highlight> of(SourceId source) throws ProblemException {
        var document = document(source);
        var spoken = spoken(source, document);
        return rows.of(source).stream().map(each -> current(each, document, spoken)).toList();
    }

    /// A span of time has the words that are said in it now.
    private static Highlight current(
            Highlight highlight, Document document, Optional<SpokenText> spoken) {
        Long start = highlight.place().startMs();
        Long end = highlight.place().endMs();
        if (highlight.anchored() || start == null || end == null) {
            return highlight;
        }
        return spoken.flatMap(text -> text.heard(start, end))
                .map(heard ->
                        new Highlight(
                                highlight.id(),
                                highlight.source(),
                                timed(Outline.of(document), heard),
                                Anchor.of(document.text(), heard.startOffset(), heard.endOffset()),
                                highlight.colour(),
                                highlight.note(),
                                highlight.made()))
                .orElse(highlight);
    }

    private static Place timed(Outline outline, Place heard) {
        var place = outline.place(heard.startOffset(), heard.endOffset());
        return new Place(
                place.page(),
                place.heading(),
                place.paragraph(),
                heard.startMs(),
                heard.endMs(),
                heard.startOffset(),
                heard.endOffset());
    }

    private Document document(SourceId source) throws ProblemException {
        return sources.document(source)
                .orElseThrow(
                        () -> new ProblemException(new Problem.NoSuchSource(source.toString())));
    }

    private Optional<SpokenText> spoken(SourceId source, Document document) {
        return document.kind() == SourceKind.RECORDING
                ? SpokenText.of(transcripts.find(source), document)
                : Optional.empty();
    }

    @Override
    public List<Highlight> all() {
        return rows.all();
    }

    @Override
    public Optional<Highlight> find(UUID highlight) {
        return rows.find(highlight);
    }

    private Highlight known(UUID highlight) throws ProblemException {
        return find(highlight)
                .orElseThrow(() ->
                        new ProblemException(new Problem.NoSuchHighlight(highlight.toString())));
    }

    @Override
    public Change add(SourceId source, int start, int end, Colour colour, String note)
            throws ProblemException {
        var document = document(source);
        if (document.text().substring(start, end).isBlank()) {
            throw new IllegalArgumentException("nothing is marked");
        }
        var place = Outline.of(document).place(start, end);
        var heard = spoken(source, document).map(text -> text.timed(place)).orElse(place);
        return add(highlight(source, heard, Anchor.of(document.text(), start, end), colour, note));
    }

    @Override
    public Change addTime(SourceId source, long startMs, long endMs, Colour colour, String note)
            throws ProblemException {
        if (startMs < 0 || endMs <= startMs) {
            throw new IllegalArgumentException(startMs + " to " + endMs);
        }
        var document = document(source);
        var wordless = new Place(null, null, null, startMs, endMs, 0, 0);
        var marked = highlight(source, wordless, new Anchor("", "", ""), colour, note);
        return add(current(marked, document, spoken(source, document)));
    }

    private Highlight highlight(
            SourceId source, Place place, Anchor words, Colour colour, String note) {
        return new Highlight(
                UUID.randomUUID(),
                source,
                place,
                words,
                colour,
                note,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private Change add(Highlight highlight) throws ProblemException {
        save(List.of(new Marked(highlight, document(highlight.source()))), List.of());
        return new Change(List.of(), List.of(known(highlight.id())));
    }

    @Override
    public Change colour(UUID highlight, Colour colour) throws ProblemException {
        return change(highlight, old -> with(old, colour, old.note()));
    }

    @Override
    public Change note(UUID highlight, String note) throws ProblemException {
        return change(highlight, old -> with(old, old.colour(), note));
    }

    private Change change(UUID highlight, Function<Highlight, Highlight> change)
            throws ProblemException {
        var before = known(highlight);
        save(List.of(new Marked(change.apply(before), document(before.source()))), List.of());
        return new Change(List.of(before), List.of(known(highlight)));
    }

    private static Highlight with(Highlight old, Colour colour, String note) {
        return new Highlight(
                old.id(), old.source(), old.place(), old.words(), colour, note, old.made());
    }

    @Override
    public Change remove(Collection<UUID> highlights) {
        var before = highlights.stream().map(rows::find).flatMap(Optional::stream).toList();
        save(List.of(), before.stream().map(Highlight::id).toList());
        return new Change(before, List.of());
    }

    @Override
    public void undo(Change change) {
        var before = change.before().stream().map(Highlight::id).toList();
        var made = change.after().stream().map(Highlight::id).filter(id -> !before.contains(id));
        var back = new ArrayList<Marked>();
        for (Highlight each : change.before()) {
            sources.document(each.source())
                    .ifPresent(document -> back.add(new Marked(each, document)));
        }
        save(back, made.toList());
    }

    private void save(List<Marked> saved, Collection<UUID> deleted) {
        var changed = rows.change(saved, deleted);
        var added = new ArrayList<Passages.Titled>();
        for (Passage each : changed.added()) {
            sources.find(each.source())
                    .ifPresent(source -> added.add(new Passages.Titled(source.title(), each)));
        }
        indexing.rewritten(added, changed.removed());
    }

    @Override
    public String markdown(SourceId source, Function<Highlight, String> place)
            throws ProblemException {
        var highlights = of(source);
        return HighlightsMarkdown.of(sources.find(source).orElseThrow(), highlights, place);
    }
}
