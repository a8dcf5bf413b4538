package dev.pharos.engine.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.DiskSpace;
import dev.pharos.engine.work.SharedFile;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.function.UnaryOperator;

/// The user's settings: one JSON file, one member a feature. Members that are missing or null stand
/// for the defaults; those that this version does not know are kept. A write replaces the file in
/// one step, and the file is readable by its owner only, because it may hold an access key. A file
/// that cannot be understood is told of and never written.
public final class SettingsFile {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final SharedFile shared;

    public SettingsFile(Path file) {
        this.file = file;
        shared = new SharedFile(file, ownerOnly(file));
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    public Path file() {
        return file;
    }

    /// The settings of one feature, and of `fallback` what the file does not say.
    ///
    /// @throws ProblemException `SettingsUnreadable`, naming the member that does not fit
    public <T> T read(String feature, Class<T> type, T fallback) throws ProblemException {
        return read(root(), feature, type, fallback);
    }

    private <T> T read(ObjectNode root, String feature, Class<T> type, T fallback)
            throws ProblemException {
        var node = root.path(feature);
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

    /// Replaces the settings of one feature and leaves all others as they are, also those that
    /// another program changes at the same time. Durable when it returns.
    ///
    /// @throws ProblemException `SettingsUnreadable`, `AccessDenied`, `DiskFull`
    public void write(String feature, Object settings) throws ProblemException {
        rewrite(root -> put(root, feature, settings));
    }

    /// Changes the settings of one feature: what another part of the program, or another program,
    /// has written since they were shown is kept.
    ///
    /// @return as they are now
    public <T> T edit(String feature, Class<T> type, T fallback, UnaryOperator<T> change)
            throws ProblemException {
        var changed = new ArrayList<T>();
        rewrite(root -> {
            T now = change.apply(read(root, feature, type, fallback));
            changed.add(now);
            put(root, feature, now);
        });
        return changed.getFirst();
    }

    private interface Change {
        void in(ObjectNode root) throws ProblemException;
    }

    private static void put(ObjectNode root, String feature, Object settings) {
        var written = root.get(feature) instanceof ObjectNode known ? known : root.objectNode();
        root.set(feature, written.setAll(JSON.<ObjectNode>valueToTree(settings)));
    }

    private void rewrite(Change change) throws ProblemException {
        try {
            shared.<ProblemException>change(before -> {
                var root = root(before);
                change.in(root);
                return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
            });
        } catch (IOException e) {
            throw new ProblemException(unwritable(e), e);
        }
    }

    private Problem unwritable(IOException e) {
        var folder = file.toAbsolutePath().resolveSibling("");
        return DiskSpace.problem(folder, e) instanceof Problem.DiskFull full
                ? full
                : unreadable(String.valueOf(e.getMessage()));
    }

    private ObjectNode root() throws ProblemException {
        try {
            return root(shared.read());
        } catch (AccessDeniedException e) {
            throw new ProblemException(new Problem.AccessDenied(file), e);
        } catch (IOException e) {
            throw new ProblemException(unreadable(String.valueOf(e.getMessage())), e);
        }
    }

    /// What a crash or a full disk may have left empty holds nothing that could be lost.
    private ObjectNode root(byte[] bytes) throws ProblemException {
        if (bytes.length == 0) {
            return JSON.createObjectNode();
        }
        try {
            JsonNode root = JSON.readTree(bytes);
            if (root instanceof ObjectNode object) {
                return object;
            }
            throw new ProblemException(unreadable(String.valueOf(root)));
        } catch (JsonProcessingException e) {
            var where = e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
            throw new ProblemException(unreadable(where), e);
        } catch (IOException e) {
            throw new ProblemException(unreadable(String.valueOf(e.getMessage())), e);
        }
    }
}
