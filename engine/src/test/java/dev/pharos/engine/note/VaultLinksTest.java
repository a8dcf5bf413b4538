package dev.pharos.engine.note;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pharos.engine.document.SharedData;
import dev.pharos.engine.library.SourceId;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// Real folders of notes, whose links others have followed.
class VaultLinksTest {

    @ParameterizedTest
    @ValueSource(strings = {"vault-obsidian-sandbox", "vault-foam-docs"})
    void wikiLinksLeadWhereTheirAuthorsMeant(String vault) throws IOException {
        Path folder = SharedData.folder("notes");
        JsonNode truth =
                new ObjectMapper().readTree(folder.resolve(vault + ".truth.json").toFile());
        var ids = new HashMap<Path, SourceId>();
        var targets = targets(folder.resolve(vault), ids);
        var expected = new ArrayList<String>();
        var found = new ArrayList<String>();
        for (Map.Entry<String, JsonNode> note : truth.get("notes").properties()) {
            Path file = folder.resolve(vault).resolve(note.getKey());
            for (JsonNode link : note.getValue().get("links")) {
                expected.add(note.getKey() + " -> " + link.get("target").asText(null));
            }
            for (var link : WrittenLinks.in(Files.readString(file))) {
                if (link.kind() == WrittenLink.Kind.WIKI || link.kind() == WrittenLink.Kind.EMBED) {
                    found.add(
                            note.getKey()
                                    + " -> "
                                    + targets.resolve(link, Objects.requireNonNull(ids.get(file)))
                                            .map(id -> path(id, ids, folder.resolve(vault)))
                                            .orElse(null));
                }
            }
        }
        var missing = new ArrayList<>(expected);
        found.forEach(missing::remove);
        expected.forEach(found::remove);
        missing.remove("user/features/foam-queries.md -> null"); // stands in code within code
        assertEquals(List.of(), missing, "not found");
        assertEquals(List.of(), found, "found though not there");
    }

    private static LinkTargets targets(Path vault, Map<Path, SourceId> ids) throws IOException {
        try (var files = Files.walk(vault)) {
            return new LinkTargets(
                    files.filter(Files::isRegularFile)
                            .map(file -> {
                                var id = new SourceId(UUID.randomUUID());
                                ids.put(file, id);
                                return new LinkTargets.Named(id, file, file.toString(), List.of());
                            })
                            .toList());
        }
    }

    private static String path(SourceId id, Map<Path, SourceId> ids, Path vault) {
        return ids.entrySet().stream()
                .filter(entry -> entry.getValue().equals(id))
                .map(entry -> vault.relativize(entry.getKey()).toString())
                .findFirst()
                .orElseThrow();
    }
}
