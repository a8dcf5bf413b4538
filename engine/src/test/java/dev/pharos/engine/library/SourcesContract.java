package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.document.Block;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.Link;
import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.meaning.Vectors;
import dev.pharos.engine.meaning.Vectors.Embedded;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What every implementation of [Sources], [Passages] and [Vectors] keeps, on an empty library.
public abstract class SourcesContract {
    private static final EmbeddingModel MODEL = new EmbeddingModel("model/1", 3, 256);
    private static final Instant MAY = Instant.parse("2024-05-01T12:00:00.123Z");

    protected abstract Sources sources();

    protected abstract Passages passages();

    protected abstract Vectors vectors();

    private static Document document(String text) {
        return new Document(
                "text/markdown",
                SourceKind.NOTE,
                "Маяк 🗼 and light",
                List.of("Ada", "Грейс"),
                MAY,
                null,
                "en",
                text,
                List.of(
                        new Block(Block.Kind.HEADING, 1, 2, 0, 4),
                        new Block(Block.Kind.CODE, 0, null, 5, 9)),
                List.of(new Link(Link.Kind.WIKI, "Other#Part", 5, 9)),
                Set.of("sea/lights", "Ночь"),
                Map.of("status", "done \"well\""),
                false);
    }

    private static Source source(
            SourceId id, String path, int revision, String hash, int passages) {
        var document = document("text");
        return new Source(
                id,
                document.kind(),
                document.title(),
                Path.of(path),
                revision,
                hash,
                123,
                document.mediaType(),
                document.language(),
                document.authors(),
                document.tags(),
                document.created(),
                document.modified(),
                MAY.plusSeconds(revision),
                passages);
    }

    private static SourceId id() {
        return new SourceId(UUID.randomUUID());
    }

    private static Sources.Chunk chunk(int start, String text) {
        return new Sources.Chunk(
                new Place(2, "A › B", 1, 10L, 20L, start, start + text.length()), text, "en");
    }

    private List<Passage> save(Source source, String text, String... chunks) {
        var made = Arrays.stream(chunks).map(c -> chunk(text.indexOf(c), c)).toList();
        return sources()
                .saveAll(
                        List.of(
                                new Sources.Revision(
                                        source, document(text), made, Map.of("p.png", "hash-p"))))
                .getFirst()
                .added();
    }

    @Test
    void whatIsSavedIsFoundAgainWhole() {
        var source = source(id(), "/a/ü файл.md", 1, "hash", 2);
        String text = "head\nbody 🗼 text";
        var saved = save(source, text, "head", "body 🗼");

        assertEquals(Optional.of(source), sources().find(source.id()));
        assertEquals(Optional.of(source), sources().atPath(source.path()));
        assertEquals(Optional.of(source), sources().withContent("hash"));
        assertEquals(
                Optional.of(source),
                sources().findByPrefix(source.id().toString().substring(0, 8)));
        assertEquals(List.of(source), sources().all());
        assertEquals(Optional.of(document(text)), sources().document(source.id()));
        assertEquals(saved, passages().of(source.id()));
        assertEquals(Map.of("p.png", "hash-p"), sources().attachments(source.id()));
        assertEquals(
                List.of(chunk(0, "head"), chunk(5, "body 🗼")),
                saved.stream()
                        .map(p -> new Sources.Chunk(p.place(), p.text(), p.language()))
                        .toList());
    }

    @Test
    void aNewRevisionReplacesPassagesUnderNewIds() {
        var id = id();
        var first = save(source(id, "/a", 1, "one", 1), "head body", "head");
        vectors()
                .saveAll(
                        MODEL,
                        List.of(new Embedded(first.getFirst().id(), id, new float[] {1, 0, 0})));

        var second = save(source(id, "/a", 2, "two", 1), "head body", "body");

        assertEquals(second, passages().of(id));
        assertEquals(1, passages().count());
        assertEquals(List.of("body"), second.stream().map(Passage::text).toList());
        assertEquals(1, second.getFirst().id() - first.getFirst().id());
        assertEquals(0, vectors().count(MODEL));
        assertEquals(
                List.of("hash-p", "one", "two"),
                sources().contentHashes().stream().sorted().toList());
    }

    @Test
    void savingIsAllOrNothing() {
        var good =
                new Sources.Revision(
                        source(id(), "/same", 1, "a", 0), document("x"), List.of(), Map.of());
        var samePath =
                new Sources.Revision(
                        source(id(), "/same", 1, "b", 0), document("y"), List.of(), Map.of());

        assertThrows(RuntimeException.class, () -> sources().saveAll(List.of(good, samePath)));

        assertEquals(0, sources().count());
        assertEquals(List.of(), sources().contentHashes());
    }

    @Test
    void anAmbiguousOrShortPrefixFindsNothing() {
        save(source(SourceId.of("aaaabbbb-0000-4000-8000-000000000001"), "/1", 1, "1", 0), "x");
        save(source(SourceId.of("aaaabbbb-0000-4000-8000-000000000002"), "/2", 1, "2", 0), "x");

        assertEquals(Optional.empty(), sources().findByPrefix("aaaa"));
        assertEquals(Optional.empty(), sources().findByPrefix("aaa"));
        assertEquals(
                Optional.of(Path.of("/2")),
                sources().findByPrefix("AAAABBBB-0000-4000-8000-000000000002").map(Source::path));
    }

    @Test
    void filtersNarrowByKindTagTitleAndDate() {
        var source = source(id(), "/a", 1, "a", 0);
        save(source, "x");
        var all = List.of(source.id());
        var kinds = List.of(SourceKind.NOTE);

        assertEquals(all, sources().matching(SourceFilter.ALL));
        assertEquals(
                all,
                sources()
                        .matching(
                                new SourceFilter(
                                        kinds,
                                        List.of("SEA", "ночь"),
                                        List.of("МАЯК"),
                                        List.of("de", source.language()),
                                        MAY,
                                        MAY.plusMillis(1))));
        assertEquals(
                List.of(), matching(List.of(SourceKind.PDF), List.of(), List.of(), null, null));
        assertEquals(
                List.of(),
                sources()
                        .matching(
                                new SourceFilter(
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        List.of("xx"),
                                        null,
                                        null)));
        assertEquals(List.of(), matching(List.of(), List.of("se_"), List.of(), null, null));
        assertEquals(List.of(), matching(List.of(), List.of(), List.of("dark"), null, null));
        assertEquals(List.of(), matching(List.of(), List.of(), List.of("аяк"), null, null));
        assertEquals(List.of(), matching(List.of(), List.of(), List.of(), MAY.plusMillis(1), null));
        assertEquals(List.of(), matching(List.of(), List.of(), List.of(), null, MAY));
    }

    private List<SourceId> matching(
            List<SourceKind> kinds,
            List<String> tags,
            List<String> titles,
            @org.jspecify.annotations.Nullable Instant after,
            @org.jspecify.annotations.Nullable Instant before) {
        return sources().matching(new SourceFilter(kinds, tags, titles, List.of(), after, before));
    }

    @Test
    void vectorsComeBackBitForBitAndApartByModel() {
        var id = id();
        var saved = save(source(id, "/a", 1, "a", 3), "one two three", "one", "two", "three");
        var first =
                new Embedded(saved.getFirst().id(), id, new float[] {0.1f, -0.0f, Float.MIN_VALUE});

        assertEquals(
                1,
                vectors()
                        .saveAll(
                                MODEL, List.of(first, new Embedded(999, id, new float[] {1, 0, 0})))
                        .size());

        var back = vectors().after(MODEL, 0, 10).getFirst();
        assertEquals(Arrays.toString(first.vector()), Arrays.toString(back.vector()));
        assertEquals(List.of(first.passage(), id), List.of(back.passage(), back.source()));
        assertEquals(0, vectors().count(new EmbeddingModel("model/2", 3, 256)));
        assertEquals(
                List.of("two"),
                vectors().missing(MODEL, 0, 1).stream().map(t -> t.passage().text()).toList());
        assertEquals(
                List.of("three"),
                vectors().missing(MODEL, saved.get(1).id(), 9).stream()
                        .map(t -> t.passage().text())
                        .toList());
    }

    @Test
    void attachmentsAndMovesAreRecorded() {
        var source = source(id(), "/a", 1, "a", 0);
        save(source, "x");

        sources().saveAttachments(source.id(), Map.of("b.png", "hash-b", "a b.png", "hash-a"));
        sources().moved(source.id(), Path.of("/elsewhere/a"));

        assertEquals(
                Map.of("a b.png", "hash-a", "b.png", "hash-b"), sources().attachments(source.id()));
        assertEquals(
                Optional.of(source.id()),
                sources().atPath(Path.of("/elsewhere/a")).map(Source::id));
        assertEquals(
                List.of("a", "hash-a", "hash-b"),
                sources().contentHashes().stream().sorted().toList());
    }

    @Test
    void whereASourceWasReadIsTheLastPlaceThatWasKept() {
        var source = source(id(), "/a", 1, "a", 0);
        save(source, "x");
        var first = new ReadingPlace(12, 0.25, Instant.ofEpochMilli(1_000));
        var last = new ReadingPlace(4, 1, Instant.ofEpochMilli(2_000));

        assertEquals(Optional.empty(), sources().readingPlace(source.id()));
        sources().readTo(source.id(), first);
        sources().readTo(source.id(), last);
        sources().readTo(new SourceId(UUID.randomUUID()), first);

        assertEquals(Optional.of(last), sources().readingPlace(source.id()));
    }
}
