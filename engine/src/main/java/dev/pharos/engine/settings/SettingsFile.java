package dev.pharos.engine.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/// The user's settings: one JSON file, one member a feature. Members that this version does not
/// know are kept. A write replaces the file in one step, and the file is readable by its owner
/// only, because it may hold an access key.
public final class SettingsFile {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Path file;

    public SettingsFile(Path file) {
        this.file = file;
    }

    public Path file() {
        return file;
    }

    /// The settings of one feature, or `fallback` where none were written.
    public synchronized <T> T read(String feature, Class<T> type, T fallback)
            throws ProblemException {
        try {
            JsonNode node = root().get(feature);
            return node == null ? fallback : JSON.treeToValue(node, type);
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.SettingsUnreadable(file, String.valueOf(e.getMessage())), e);
        }
    }

    /// Replaces the settings of one feature and leaves all others as they are.
    public synchronized void write(String feature, Object settings) throws ProblemException {
        try {
            ObjectNode root = root();
            root.set(feature, JSON.valueToTree(settings));
            var folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, "settings", ".new");
            if (fresh.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
            }
            Files.write(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.SettingsUnreadable(file, String.valueOf(e.getMessage())), e);
        }
    }

    private ObjectNode root() throws IOException {
        if (!Files.exists(file)) {
            return JSON.createObjectNode();
        }
        JsonNode root = JSON.readTree(Files.readAllBytes(file));
        if (root instanceof ObjectNode object) {
            return object;
        }
        throw new IOException("not a JSON object");
    }
}
