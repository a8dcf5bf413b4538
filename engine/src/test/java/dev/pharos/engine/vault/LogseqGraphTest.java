package dev.pharos.engine.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.document.SharedData;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

class LogseqGraphTest {
    private static final String ID = "62d6a4b8-ed70-4a23-9a1b-d1c9e2b38c59";

    @TempDir Path temp;

    private void write(String name, String text) throws IOException {
        var file = temp.resolve("graph").resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    @Test
    void outlinesBecomeNotesThatOthersUnderstand() throws IOException {
        write("logseq/config.edn", "{}");
        write("logseq/bak/old.md", "- old");
        write("assets/tower.png", "pixels");
        write(
                "pages/coast___light.md",
                """
                alias:: Pharos, [[The Tower]]
                type:: [[Building]]

                - TODO Oil the lamp
                  id:: %s
                  collapsed:: true
                \t- ![tower](../assets/tower.png) #[[old light]]
                - ```
                  ((not a link))
                  ```
                """
                        .formatted(ID));
        write(
                "journals/2024_01_03.md",
                """
                - See ((%1$s)), [it](((%1$s))) and [all]([[coast/light]])
                - {{embed ((%1$s))}}
                - ((00000000-0000-0000-0000-000000000000))
                """
                        .formatted(ID));
        var notes = UnpackedNotes.of(temp.resolve("graph"), temp);
        assertEquals(
                List.of("assets/tower.png", "journals/2024_01_03.md", "pages/coast___light.md"),
                List.copyOf(notes.files.keySet()));
        assertEquals(
                """
                ---
                title: coast/light
                aliases:
                - Pharos
                - The Tower
                type: Building
                ---

                - [ ] Oil the lamp ^%s
                \t- ![tower](../assets/tower.png) [[old light]]
                - ```
                  ((not a link))
                  ```
                """
                        .formatted(ID),
                notes.text("pages/coast___light.md"));
        assertEquals(
                """
                ---
                title: 2024-01-03
                aliases:
                - Jan 3rd, 2024
                created: 2024-01-03
                ---

                - See [[coast/light#^%1$s|Oil the lamp]], [[coast/light#^%1$s|it]] and [[coast/light|all]]
                - ![[coast/light#^%1$s]]
                - ((00000000-0000-0000-0000-000000000000))
                """
                        .formatted(ID),
                notes.text("journals/2024_01_03.md"));
    }

    @Test
    void everyPageOfARealGraphComesOver() throws IOException {
        var pages = SharedData.folder("notes").resolve("vault-logseq-docs/pages");
        int count = 0;
        try (var files = Files.list(pages)) {
            for (Path file : files.toList()) {
                write("pages/" + file.getFileName(), Files.readString(file));
                count++;
            }
        }
        write("logseq/config.edn", "{}");
        var notes = UnpackedNotes.of(temp.resolve("graph"), temp);
        assertEquals(Map.of(), notes.failures);
        assertEquals(count, notes.files.size());
        long dangling =
                notes.files.keySet().stream()
                        .flatMap(name -> notes.text(name).lines())
                        .filter(line -> line.matches(".*\\(\\([0-9a-f-]{36}\\)\\).*"))
                        .count();
        System.out.println(
                "logseq: " + count + " pages, lines with unresolved blocks: " + dangling);
    }
}
