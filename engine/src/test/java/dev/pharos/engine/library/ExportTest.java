package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.annotation.Highlight;
import dev.pharos.engine.collection.SavedCollection;
import dev.pharos.engine.document.DirectExtractor;
import dev.pharos.engine.document.SharedData;
import dev.pharos.engine.library.ImportResult.Status;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/// A library that is written into a folder and made from it again.
@Timeout(600)
final class ExportTest extends LibraryFixture {
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

    @Override
    Abilities abilities() {
        return new Abilities(
                new DirectExtractor(), FixedEmbedders.of(embedder), Abilities.Chat.NONE);
    }

    private Library another(String name) throws ProblemException {
        return Library.open(temp.resolve(name), Library.Access.WRITE, abilities());
    }

    /// All of a library that its owner would miss, and how often each is there.
    private static Map<Object, Long> all(Library library) {
        var all = new ArrayList<Object>(library.trash().all());
        for (Source source : library.sources().all()) {
            all.add(source);
            all.add(library.sources().document(source.id()).orElseThrow());
            all.add(library.sources().attachments(source.id()));
            all.add(source.id() + " " + library.sources().readingPlace(source.id()));
            for (var each : library.notes().versions(source.id())) {
                all.add(
                        source.id()
                                + " "
                                + each
                                + library.notes().text(source.id(), each.revision()));
            }
            for (Passage each : library.passages().of(source.id())) {
                all.add(each.source() + " " + each.place() + each.text() + each.language());
            }
        }
        return all.stream().collect(Collectors.groupingBy(each -> each, Collectors.counting()));
    }

    private static Set<Object> links(Library library) {
        return library.notes().links().edges().stream().collect(Collectors.toSet());
    }

    @Test
    void realVaultsAndDocumentsComeBackWhole() throws Exception {
        Path notes = SharedData.folder("notes");
        Path documents = SharedData.folder("documents").resolve("files");
        results(
                notes.resolve("vault-obsidian-sandbox"),
                notes.resolve("vault-foam-docs"),
                notes.resolve("vault-logseq-docs"),
                documents);
        library.notes().create("Mine: new", "[[Mine]] ![](a.png)", "Travel");
        live();

        int written = library.export(temp.resolve("out"), _ -> true, Progress.NONE);

        try (var again = another("again")) {
            var summary =
                    again.importer()
                            .importAll(
                                    List.of(temp.resolve("out")),
                                    ImportListener.NONE,
                                    Progress.NONE);
            assertEquals(written, summary.counts().get(Status.IMPORTED));
            assertEquals(all(library), all(again));
            assertEquals(links(library), links(again));
            assertEquals(List.of(), again.check(Progress.NONE).missingBlobs());
        }
    }

    /// Some days of use: imported notes are edited, others thrown away, all is read a little.
    private void live() throws Exception {
        int number = 0;
        for (Source each : library.sources().all()) {
            library.sources().readTo(each.id(), new ReadingPlace(number, 0.5, NOW));
            var note = library.notes().find(each.id());
            if (note.isPresent() && ++number % 7 == 0) {
                library.notes().save(each.id(), note.get().revision(), "Edited\n" + number);
                library.notes().restore(each.id(), note.get().revision());
            } else if (number % 5 == 0) {
                library.trash().put(List.of(each.id()));
            }
        }
    }

    private Library back() throws ProblemException {
        var again = another("again");
        again.importer()
                .importAll(List.of(temp.resolve("out")), ImportListener.NONE, Progress.NONE);
        return again;
    }

    @Test
    void whatWasBeforeAndWhatWasThrownAwayComesBackToo() throws Exception {
        Path file = write("plan.md", "First");
        importFiles(file);
        var plan = library.sources().all().getFirst().id();
        library.notes().save(plan, 1, "Second");
        library.sources().readTo(plan, new ReadingPlace(3, 0.5, NOW));
        var gone = library.notes().create("Gone", "Of the storm", "").id();
        library.highlights().add(gone, 0, 2, Highlight.Colour.BLUE, "mine");
        library.trash().put(List.of(gone));
        library.export(temp.resolve("out"), _ -> true, Progress.NONE);

        try (var again = back()) {
            assertEquals(all(library), all(again));
            assertEquals(List.of(), titles(again, "storm"));
            again.trash().restore(List.of(gone));
            library.trash().restore(List.of(gone));
            assertEquals(all(library), all(again));
            assertEquals(library.highlights().all(), again.highlights().all());
            assertEquals(List.of("Gone"), titles(again, "storm"));
            Files.writeString(file, "First\n\nFrom outside");
            again.importer().importAll(List.of(file), ImportListener.NONE, Progress.NONE);
            assertEquals(2, again.sources().count(), "the file still belongs to its note");
        }
    }

    private static List<String> titles(Library library, String words) throws ProblemException {
        var query = new Query(words, Query.Mode.KEYWORD, 10);
        return library.searcher().search(query).hits().stream()
                .map(hit -> hit.source().title())
                .toList();
    }

    @Test
    void aSourceComesBackWithAllThatWasMadeOfItOrNotAtAll() throws Exception {
        var note = library.notes().create("Mine", "Text of mine", "").id();
        library.highlights().add(note, 0, 4, Highlight.Colour.BLUE, "");
        library.export(temp.resolve("out"), _ -> true, Progress.NONE);
        Path facts = temp.resolve("out/pharos").resolve(note + ".json");
        String own = "\"source\":{\"value\":\"" + note;
        String told = Files.readString(facts);
        assertEquals(true, told.contains(own), told);
        Files.writeString(facts, told.replace(own, own.substring(0, own.length() - 4) + "0000"));

        try (var again = another("again")) {
            assertThrows(
                    RuntimeException.class,
                    () ->
                            again.importer()
                                    .importAll(
                                            List.of(temp.resolve("out")),
                                            ImportListener.NONE,
                                            Progress.NONE));
            assertEquals(0, again.sources().count());
        }
    }

    @Test
    void aSecondExportHasAllFilesToo() throws Exception {
        library.notes().create("Mine", "Text", "");
        library.export(temp.resolve("out"), _ -> true, Progress.NONE);
        library.export(temp.resolve("again"), _ -> true, Progress.NONE);
        assertEquals(files(temp.resolve("out")), files(temp.resolve("again")));
    }

    @Test
    void aCancelledExportLeavesNothingBehind() throws Exception {
        write("sub/a.md", "Alpha");
        write("b.md", "Beta");
        importFiles(files);
        var reported = new AtomicBoolean();
        assertThrows(
                CancellationException.class,
                () ->
                        library.export(
                                temp.resolve("out"),
                                _ -> true,
                                new Progress() {
                                    @Override
                                    public void report(long done, long total) {
                                        reported.set(true);
                                    }

                                    @Override
                                    public boolean cancelled() {
                                        return reported.get();
                                    }
                                }));
        assertEquals(true, reported.get());
        assertEquals(false, Files.exists(temp.resolve("out")));
    }

    @Test
    void anExportIsOfUseToOthers() throws Exception {
        write("vault/a.md", "# Alpha\n![](pic.png) [[b]]");
        write("vault/pic.png", "no picture");
        write("vault/sub/b.md", "Beta");
        importFiles(files);
        library.notes().create("Mine", "Text", "Travel");

        library.export(temp.resolve("out"), _ -> true, Progress.NONE);

        assertEquals(
                List.of(
                        "imported/a.md",
                        "imported/pic.png",
                        "imported/sub/b.md",
                        "notes/Travel/Mine.md"),
                files(temp.resolve("out")));
        assertEquals("Text", Files.readString(temp.resolve("out/notes/Travel/Mine.md")));
    }

    @Test
    void someSourcesAreWrittenWithoutTheRest() throws Exception {
        var mine = library.notes().create("Mine", "Text", "");
        library.notes().create("Other", "Text", "");

        int written = library.export(temp.resolve("out"), mine.id()::equals, Progress.NONE);

        assertEquals(1, written);
        assertEquals(List.of("notes/Mine.md"), files(temp.resolve("out")));
    }

    @Test
    void whatItsOwnerMadeOfItComesBackToo() throws Exception {
        var page = write("a.html", "<meta name=keywords content='sea, land'><p>" + TOWER);
        importFiles(page);
        var id = library.sources().all().getFirst().id();
        library.tags().remove(List.of(id), List.of("land"), Progress.NONE);
        library.tags().add(List.of(id), List.of("trip"), Progress.NONE);
        library.tags().colour("trip", "#0072b2");
        library.highlights().add(id, 0, 9, Highlight.Colour.BLUE, "mine");
        var picked = SavedCollection.of("Mine", new SavedCollection.Content.Picked());
        library.collections().save(picked);
        library.collections().add(picked.id(), List.of(id));
        library.export(temp.resolve("out"), _ -> true, Progress.NONE);

        try (var again = another("again")) {
            again.importer()
                    .importAll(List.of(temp.resolve("out")), ImportListener.NONE, Progress.NONE);
            assertEquals(library.tags().all(), again.tags().all());
            assertEquals(library.tags().of(id), again.tags().of(id));
            assertEquals(library.highlights().all(), again.highlights().all());
            assertEquals(List.of(picked), again.collections().all());
            assertEquals(List.of(id), again.collections().sources(picked.id()));
            assertEquals(library.passages().count(), again.passages().count());
        }
    }

    private static List<String> files(Path folder) throws Exception {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> !file.startsWith("pharos"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aNoteThatWasEditedInTheExportComesAsItIsThere() throws Exception {
        var note = library.notes().create("Mine", "Text", "");
        library.export(temp.resolve("out"), _ -> true, Progress.NONE);
        Files.writeString(temp.resolve("out/notes/Mine.md"), "Other text");

        try (var again = another("again")) {
            again.importer()
                    .importAll(List.of(temp.resolve("out")), ImportListener.NONE, Progress.NONE);
            assertEquals("Other text", again.notes().find(note.id()).orElseThrow().markdown());
        }
    }

    @Test
    void whatIsHereStaysAsItIs() throws Exception {
        var note = library.notes().create("Mine", "Text", "");
        library.export(temp.resolve("out"), _ -> true, Progress.NONE);
        library.notes().save(note.id(), 1, "Newer");

        assertEquals(Status.UNCHANGED, results(temp.resolve("out")).getFirst().status());

        assertEquals("Newer", library.notes().find(note.id()).orElseThrow().markdown());
    }

    @Test
    void noOtherFilesAreTouched() throws Exception {
        write("out/mine.txt", "mine");

        var refused =
                assertThrows(
                        ProblemException.class,
                        () -> library.export(files.resolve("out"), _ -> true, Progress.NONE));

        assertEquals(new Problem.FolderNotEmpty(files.resolve("out")), refused.problem());
    }
}
