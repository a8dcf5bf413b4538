package dev.pharos.engine.vault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.pharos.engine.problem.Problem;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// What [VaultUnpacker] and [VaultChild] say to each other, as JSON.
final class VaultWire {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private VaultWire() {}

    /// @param room bytes that may be laid down
    record Request(String vault, String folder, long room) {}

    /// The notes, or a problem with the whole, or neither where no program is known that writes
    /// such a thing.
    record Answer(@Nullable Unpacked unpacked, @Nullable String problem) {}

    /// The problem of that name about `file`, or null where none is named.
    static Problem.@Nullable OfFile problem(@Nullable String name, Path file) {
        return switch (name) {
            case null -> null;
            case "FileMissing" -> new Problem.FileMissing(file);
            case "AccessDenied" -> new Problem.AccessDenied(file);
            case "EmptyFile" -> new Problem.EmptyFile(file);
            case "PasswordProtected" -> new Problem.PasswordProtected(file);
            case "ExpandsTooFar" -> new Problem.ExpandsTooFar(file);
            case "EncryptedParts" -> new Problem.EncryptedParts(file);
            case "PartlyRead" -> new Problem.PartlyRead(file);
            default -> new Problem.DamagedFile(file);
        };
    }

    static byte[] bytes(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T read(byte[] bytes, Class<T> type) {
        try {
            return JSON.readValue(bytes, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
