package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.pharos.engine.document.DirectExtractor;
import dev.pharos.engine.library.ImportResult.Status;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.note.NoteLinks;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.vault.Exports;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Exports of other programs on the ordinary road of an import.
final class VaultImportTest extends LibraryFixture {
    private static final String PLAN = "0a".repeat(16);
    private static final String LAMP = "0b".repeat(16);
    private static final String PICTURE = "2a".repeat(16);

    @Override
    Abilities abilities() {
        return new Abilities(
                new DirectExtractor(), FixedEmbedders.of(embedder), Abilities.Chat.NONE);
    }

    private Path joplin(String file, String title, String words) throws IOException {
        var items = new LinkedHashMap<String, byte[]>();
        items.put(
                PLAN + ".md",
                Exports.item(
                        title,
                        words + " [lamp](:/" + LAMP + ") ![](:/" + PICTURE + ")",
                        "id: " + PLAN,
                        "created_time: 2024-01-02T03:04:05.000Z",
                        "author: Sostratos",
                        "type_: 1"));
        items.put(LAMP + ".md", Exports.item("Lamp", "Oil.", "id: " + LAMP, "type_: 1"));
        items.put(PICTURE + ".md", Exports.item("tower.png", "", "id: " + PICTURE, "type_: 4"));
        items.put("resources/" + PICTURE + ".png", Exports.png());
        return Exports.jex(files.resolve(file), items);
    }

    private Map<Path, Source> sources() {
        return library.sources().all().stream()
                .collect(
                        Collectors.toMap(
                                source -> files.relativize(source.path()), source -> source));
    }

    @Test
    void anExportGivesNotesOfItsOwn() throws Exception {
        var export = joplin("all.jex", "Plan", TOWER);
        assertEquals(
                Map.of("Plan.md", Status.IMPORTED, "Lamp.md", Status.IMPORTED),
                importFiles(export));
        var plan = Objects.requireNonNull(sources().get(Path.of("all.jex/Plan.md")));
        assertEquals(SourceKind.NOTE, plan.kind());
        assertEquals(Instant.parse("2024-01-02T03:04:05Z"), plan.created());
        assertEquals(List.of("Sostratos"), plan.authors());
        assertEquals(
                Set.of("_resources/tower.png"), library.sources().attachments(plan.id()).keySet());
        assertEquals(List.of("Plan"), titles("island", Query.Mode.KEYWORD));
        assertFalse(Files.exists(temp.resolve("library/unpacked/0")));
    }

    @Test
    void importingAgainFindsOnlyWhatChanged() throws Exception {
        importFiles(joplin("all.jex", "Plan", TOWER));
        assertEquals(
                Map.of("Plan.md", Status.UNCHANGED, "Lamp.md", Status.UNCHANGED),
                importFiles(joplin("all.jex", "Plan", TOWER)));
        assertEquals(
                Map.of("Plan.md", Status.UPDATED, "Lamp.md", Status.UNCHANGED),
                importFiles(joplin("all.jex", "Plan", BREAD)));
    }

    @Test
    void aNoteUnderAnotherTitleInAnotherExportIsTheSame() throws Exception {
        importFiles(joplin("monday.jex", "Plan", TOWER));
        var before = Objects.requireNonNull(sources().get(Path.of("monday.jex/Plan.md")));
        importFiles(joplin("tuesday.jex", "New plan", TOWER));
        assertEquals(
                Map.of(
                        Path.of("tuesday.jex/New plan.md"), before.id(),
                        Path.of("tuesday.jex/Lamp.md"),
                                Objects.requireNonNull(
                                                sources().get(Path.of("tuesday.jex/Lamp.md")))
                                        .id()),
                sources().entrySet().stream()
                        .collect(
                                Collectors.toMap(Map.Entry::getKey, each -> each.getValue().id())));
    }

    @Test
    void linksLeadToTheirNotes() throws Exception {
        importFiles(joplin("all.jex", "Plan", TOWER));
        var sources = sources();
        assertEquals(
                List.of(
                        new NoteLinks.Edge(
                                id(sources, "all.jex/Plan.md"), id(sources, "all.jex/Lamp.md"))),
                library.notes().links().edges());
    }

    private static SourceId id(Map<Path, Source> sources, String path) {
        return Objects.requireNonNull(sources.get(Path.of(path)), path).id();
    }

    @Test
    void whatWasEditedHereStaysThoughTheNoteHasAnotherTitleThere() throws Exception {
        importFiles(joplin("monday.jex", "Plan", TOWER));
        var plan = id(sources(), "monday.jex/Plan.md");
        var text = library.notes().find(plan).orElseThrow().markdown();
        library.notes().save(plan, 1, text + "\nMine.\n");

        importFiles(joplin("tuesday.jex", "New plan", TOWER));

        var merged = library.notes().find(plan).orElseThrow();
        assertEquals(
                text.replace("title: Plan", "title: New plan") + "\nMine.\n", merged.markdown());
        assertEquals(
                2,
                sources().values().stream().filter(each -> each.kind() == SourceKind.NOTE).count());
    }

    @Test
    void anyOtherArchiveIsUnsupportedAsEver() throws Exception {
        var export =
                Exports.zip(files.resolve("holiday.zip"), Map.of("a.txt", Exports.bytes("sea")));
        assertEquals(
                List.of(new Problem.UnsupportedFormat(export, "application/zip")),
                results(export).stream().map(ImportResult::problem).toList());
    }

    @Test
    void aTextBundleGoesByItsOwnName() throws Exception {
        write("Light.textbundle/text.md", "No heading ![](assets/a.png)");
        write("Light.textbundle/info.json", "{}");
        var assets = Files.createDirectories(files.resolve("Light.textbundle/assets"));
        Files.write(assets.resolve("a.png"), Exports.png());
        assertEquals(Map.of("Light.md", Status.IMPORTED), importFiles(files));
        assertEquals(
                Set.of("assets/a.png"),
                library.sources().attachments(library.sources().all().getFirst().id()).keySet());
    }

    @Test
    void aBrokenNoteFailsAlone() throws Exception {
        var export =
                write(
                        "notes.enex",
                        """
                        <en-export><note><title>Good</title><content><![CDATA[<en-note>light</en-note>]]></content></note>
                        <note><title>Bad</title><content <<</note>
                        <note><title>Better</title><content><![CDATA[<en-note>lamp</en-note>]]></content></note></en-export>
                        """);
        assertEquals(
                Map.of(
                        "Good.md", Status.IMPORTED,
                        "Bad.md", Status.FAILED,
                        "Better.md", Status.IMPORTED),
                importFiles(export));
    }

    @Test
    void noEntryLeavesItsExport() throws Exception {
        var entries =
                Map.of(
                        ".obsidian/app.json", Exports.bytes("{}"),
                        "../../evil.md", Exports.bytes("evil"),
                        "/etc/evil.md", Exports.bytes("worse"),
                        "a/../../good.md", Exports.bytes("good"),
                        "no\u0000path.md", Exports.bytes("odd"));
        importFiles(Exports.zip(files.resolve("vault.zip"), entries));
        assertEquals(
                Set.of(Path.of("vault.zip/etc/evil.md"), Path.of("vault.zip/no-path.md")),
                sources().keySet());
    }
}
