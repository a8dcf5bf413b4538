package dev.pharos.app.cli;

import dev.pharos.engine.batch.Batch;
import dev.pharos.engine.batch.BatchItem;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.making.MadeNote;
import dev.pharos.engine.relationship.Relationship;
import dev.pharos.engine.research.Finding;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What came of a batch, gathered from the library as it is now: notes that their owner has changed
/// have their changes, and those in the trash are not there.
final class BatchResults {
    private static final String WEB = "web";

    private final Library library;

    BatchResults(Library library) {
        this.library = library;
    }

    BatchOutput.Whole of(Batch batch) {
        var notes =
                batch.items().stream()
                        .flatMap(item -> item.notes().stream())
                        .flatMap(note -> library.making().made().find(note).stream())
                        .flatMap(made ->
                                library.notes().find(made.note()).stream()
                                        .map(note -> of(made, note.source(), note.markdown())))
                        .toList();
        var relationships =
                batch.items().stream()
                        .flatMap(this::relationships)
                        .filter(each -> each.state() != Relationship.State.DISMISSED)
                        .distinct()
                        .flatMap(each -> of(each).stream())
                        .toList();
        return BatchOutput.Whole.of(batch, notes, relationships);
    }

    /// Of its notes, and what its source says for others or against them.
    private Stream<Relationship> relationships(BatchItem item) {
        var origin = library.making().made().find(item.source()).map(MadeNote::source);
        return Stream.concat(
                item.notes().stream().flatMap(note -> library.relationships().of(note).stream()),
                library.relationships().of(origin.orElse(item.source())).stream()
                        .filter(each -> each.type().claimed()));
    }

    private Optional<BatchOutput.Relationship> of(Relationship each) {
        var from = library.sources().find(each.from());
        var to = library.sources().find(each.to());
        return from.isEmpty() || to.isEmpty()
                ? Optional.empty()
                : Optional.of(BatchOutput.Relationship.of(each, from.get(), to.get()));
    }

    private BatchOutput.Note of(MadeNote made, Source note, String markdown) {
        var summary = made.summary();
        return new BatchOutput.Note(
                note.id().toString(),
                made.source().toString(),
                note.title(),
                markdown,
                String.join(" ", SummaryOutput.marked(summary.overview())),
                SummaryOutput.marked(summary.points()),
                note.tags().stream().sorted().toList(),
                BatchOutput.Metadata.of(summary),
                Stream.concat(
                                library.sources().find(made.source()).stream()
                                        .map(BatchResults::of),
                                made.details().findings().stream().map(BatchResults::of))
                        .toList(),
                topics(made),
                SummaryOutput.Lines.of(summary));
    }

    private static BatchOutput.Reference of(Source source) {
        return new BatchOutput.Reference(
                source.title(), source.path().toString(), source.kind().id(), 1, null);
    }

    private static BatchOutput.Reference of(Finding finding) {
        var published = finding.published();
        return new BatchOutput.Reference(
                finding.title(),
                finding.address(),
                WEB,
                finding.relevance(),
                published == null ? null : published.toString());
    }

    /// The titles of what its own text names beside its source, where it was made.
    private List<String> topics(MadeNote made) {
        var own = library.making().made().from(made.source()).stream().map(MadeNote::note).toList();
        return library.notes().links().in(made.note(), made.markdown()).stream()
                .flatMap(link -> link.to().stream())
                .filter(source -> !source.id().equals(made.source()))
                .filter(source -> !own.contains(source.id()))
                .map(Source::title)
                .distinct()
                .toList();
    }
}
