package dev.pharos.engine.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class JoplinExportTest {
    private static final String PLAN = "0a".repeat(16);
    private static final String LAMP = "0b".repeat(16);
    private static final String SECRET = "0c".repeat(16);
    private static final String WORK = "1a".repeat(16);
    private static final String COAST = "1b".repeat(16);
    private static final String PICTURE = "2a".repeat(16);
    private static final String TAG = "3a".repeat(16);

    @TempDir Path temp;

    private static Map<String, byte[]> items() {
        var items = new LinkedHashMap<String, byte[]>();
        items.put(
                PLAN + ".md",
                Exports.item(
                        "The plan: 1",
                        "See [the lamp](:/"
                                + LAMP
                                + "#height) <img src=\":/"
                                + PICTURE
                                + "\" width=\"9\"/>\n\na: b",
                        "id: " + PLAN,
                        "parent_id: " + COAST,
                        "created_time: 2024-01-02T03:04:05.678Z",
                        "user_created_time: 2023-01-02T03:04:05.678Z",
                        "updated_time: 2024-02-02T03:04:05.678Z",
                        "author: Sostratos",
                        "is_todo: 1",
                        "todo_completed: 1704164645678",
                        "latitude: 31.21390000",
                        "longitude: 29.88560000",
                        "type_: 1"));
        items.put(
                LAMP + ".md",
                Exports.item("Lamp", "Oil.", "id: " + LAMP, "parent_id: " + WORK, "type_: 1"));
        items.put(
                SECRET + ".md",
                Exports.item("", "", "id: " + SECRET, "encryption_applied: 1", "type_: 1"));
        items.put(WORK + ".md", Exports.item("Work", "", "id: " + WORK, "parent_id: ", "type_: 2"));
        items.put(
                COAST + ".md",
                Exports.item("Coast", "", "id: " + COAST, "parent_id: " + WORK, "type_: 2"));
        items.put(
                PICTURE + ".md",
                Exports.item("tower.png", "", "id: " + PICTURE, "mime: image/png", "type_: 4"));
        items.put("resources/" + PICTURE + ".png", Exports.png());
        items.put(TAG + ".md", Exports.item("light house", "", "id: " + TAG, "type_: 5"));
        var tagging = "4a".repeat(16);
        items.put(
                tagging + ".md",
                Exports.bytes(
                        "id: %s\nnote_id: %s\ntag_id: %s\ntype_: 6".formatted(tagging, PLAN, TAG)));
        return items;
    }

    @Test
    void notebooksLinksTagsAndTasksComeOver() throws IOException {
        var export = Exports.jex(temp.resolve("all.jex"), items());
        var notes = UnpackedNotes.of(export, temp);
        assertEquals(
                List.of("Work/Coast/The plan- 1.md", "Work/Lamp.md", "_resources/tower.png"),
                List.copyOf(notes.files.keySet()));
        assertEquals(Map.of("Untitled.md", "PasswordProtected"), notes.failures);
        assertEquals(
                """
                ---
                title: 'The plan: 1'
                created: 2023-01-02T03:04:05.678Z
                modified: 2024-02-02T03:04:05.678Z
                author: Sostratos
                tags:
                - light house
                location: 31.21390000, 29.88560000
                completed: true
                imported-from: joplin:%s
                ---

                See [the lamp](../Lamp.md#height) ![](../../_resources/tower.png)

                a: b
                """
                        .formatted(PLAN),
                notes.text("Work/Coast/The plan- 1.md"));
    }

    @Test
    void anUnpackedExportIsTheSame() throws IOException {
        var folder = temp.resolve("raw");
        Files.createDirectories(folder.resolve("resources"));
        for (var item : items().entrySet()) {
            Files.write(folder.resolve(item.getKey()), item.getValue());
        }
        var export = Exports.jex(temp.resolve("all.jex"), items());
        assertEquals(
                UnpackedNotes.of(export, temp).text("Work/Lamp.md"),
                UnpackedNotes.of(folder, temp).text("Work/Lamp.md"));
    }
}
