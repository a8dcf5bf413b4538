package dev.pharos.models.shelf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/// SHA-256 of files too large to be held.
final class FileHash {
    static final int PIECE = 1 << 16;

    private FileHash() {}

    /// @param read hears after each piece how much has been read; what it throws ends the reading
    /// @return lower-case hexadecimal
    static String sha256(Path file, LongConsumer read) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            return sha256(bytes, read);
        }
    }

    static String sha256(InputStream bytes, LongConsumer read) throws IOException {
        var digest = digest();
        var piece = new byte[PIECE];
        long done = 0;
        for (int n = bytes.read(piece); n >= 0; n = bytes.read(piece)) {
            digest.update(piece, 0, n);
            done += n;
            read.accept(done);
        }
        return written(digest);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    static String written(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
