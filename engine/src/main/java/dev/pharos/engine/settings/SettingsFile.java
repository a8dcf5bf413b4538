package dev.pharos.engine.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.UnaryOperator;

/// The user's settings: one JSON file, one member a feature. Members that are missing or null stand
/// for the defaults; those that this version does not know are kept. A write replaces the file in
/// one step, and the file is readable by its owner only, because it may hold an access key. A file
/// that cannot be understood is told of and never written.
public final class SettingsFile {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Path file;

    public SettingsFile(Path file) {
        this.file = file;
    }

    public Path file() {
        return file;
    }

    /// The settings of one feature, and of `fallback` what the file does not say.
    ///
    /// @throws ProblemException `SettingsUnreadable`, naming the member that does not fit
    public synchronized <T> T read(String feature, Class<T> type, T fallback)
            throws ProblemException {
        var node = root().path(feature);
        if (node.isMissingNode() || node.isNull()) {
            return fallback;
        }
        ObjectNode merged = JSON.valueToTree(fallback);
        if (!(node instanceof ObjectNode chosen)) {
            throw new ProblemException(misfit(feature, node));
        }
        chosen.properties().stream()
                .filter(member -> merged.has(member.getKey()) && !member.getValue().isNull())
                .forEach(member -> merged.set(member.getKey(), member.getValue()));
        try {
            return JSON.treeToValue(merged, type);
        } catch (JsonMappingException e) {
            var member = e.getPath().getFirst().getFieldName();
            throw new ProblemException(misfit(feature + "." + member, merged.path(member)), e);
        } catch (JsonProcessingException e) {
            throw new ProblemException(unreadable(e.getOriginalMessage()), e);
        }
    }

    private Problem misfit(String member, JsonNode value) {
        return unreadable("\"" + member + "\": " + value);
    }

    private Problem unreadable(String detail) {
        return new Problem.SettingsUnreadable(file, detail);
    }

    /// Changes the settings of one feature: what another part of the program has written since they
    /// were shown is kept.
    ///
    /// @return as they are now
    public synchronized <T> T edit(
            String feature, Class<T> type, T fallback, UnaryOperator<T> change)
            throws ProblemException {
        var changed = change.apply(read(feature, type, fallback));
        write(feature, changed);
        return changed;
    }

    /// Replaces the settings of one feature and leaves all others as they are.
    public synchronized void write(String feature, Object settings) throws ProblemException {
        var root = root();
        var written = root.get(feature) instanceof ObjectNode before ? before : root.objectNode();
        root.set(feature, written.setAll(JSON.<ObjectNode>valueToTree(settings)));
        try {
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
            throw new ProblemException(unreadable(String.valueOf(e.getMessage())), e);
        }
    }

    /// What a crash or a full disk may have left empty holds nothing that could be lost.
    private ObjectNode root() throws ProblemException {
        try {
            if (!Files.exists(file) || Files.isRegularFile(file) && Files.size(file) == 0) {
                return JSON.createObjectNode();
            }
            JsonNode root = JSON.readTree(Files.readAllBytes(file));
            if (root instanceof ObjectNode object) {
                return object;
            }
            throw new ProblemException(unreadable(String.valueOf(root)));
        } catch (JsonProcessingException e) {
            var where = e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
            throw new ProblemException(unreadable(where), e);
        } catch (AccessDeniedException e) {
            throw new ProblemException(new Problem.AccessDenied(file), e);
        } catch (IOException e) {
            throw new ProblemException(unreadable(String.valueOf(e.getMessage())), e);
        }
    }
}
