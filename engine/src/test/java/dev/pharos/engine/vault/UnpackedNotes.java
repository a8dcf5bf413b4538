package dev.pharos.engine.vault;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.TreeMap;

/// What an export has become, as tests look at it: texts and files by name.
final class UnpackedNotes {
    final TreeMap<String, byte[]> files = new TreeMap<>();
    final TreeMap<String, String> notices = new TreeMap<>();
    final TreeMap<String, String> failures = new TreeMap<>();

    static UnpackedNotes of(Path vault, Path temp) throws IOException {
        var answer = answer(vault, temp);
        return new UnpackedNotes(
                Objects.requireNonNull(answer.unpacked(), () -> vault + ": " + answer));
    }

    static VaultWire.Answer answer(Path vault, Path temp) throws IOException {
        return VaultChild.answer(vault, Files.createTempDirectory(temp, "into"), 64 << 20);
    }

    private UnpackedNotes(Unpacked unpacked) throws IOException {
        for (var entry : unpacked.entries()) {
            files.put(entry.name(), Files.readAllBytes(Path.of(entry.file())));
            if (entry.notice() != null) {
                notices.put(entry.name(), entry.notice());
            }
        }
        unpacked.failures().forEach(failure -> failures.put(failure.name(), failure.problem()));
    }

    String text(String name) {
        byte @Nullable [] bytes = files.get(name);
        assertNotNull(bytes, () -> name + " is none of " + files.keySet());
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
