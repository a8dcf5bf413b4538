package dev.pharos.engine.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The evaluation data that lies beside a checkout of the project, where it is present.
public final class SharedData {

    private SharedData() {}

    /// The folder `shared/data/<name>` above the working directory; skips the test without it.
    public static Path folder(String name) {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            var folder = at.resolve("shared/data").resolve(name);
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        Assumptions.abort("shared/data/" + name + " is not beside this checkout");
        throw new AssertionError();
    }

    public static List<JsonNode> manifest(Path folder) throws IOException {
        var json = new ObjectMapper();
        var rows = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(folder.resolve("manifest.jsonl"))) {
            rows.add(json.readTree(line));
        }
        return rows;
    }
}
