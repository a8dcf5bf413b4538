package dev.pharos.models.shelf;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;

/// What has come of a file so far, and beside it by which mark its server knows that version: a
/// piece of another version must not be added to it.
///
/// @param file `NAME.part`
record PartFile(Path file) {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private record Version(@Nullable String mark) {}

    static PartFile of(Path whole) {
        return new PartFile(whole.resolveSibling(whole.getFileName() + ".part"));
    }

    private Path versionFile() {
        return file.resolveSibling(file.getFileName() + ".json");
    }

    long length() throws IOException {
        return Files.isRegularFile(file) ? Files.size(file) : 0;
    }

    /// What `If-Range` takes: a strong entity tag, else the date of the last change (RFC 9110,
    /// 13.1.5); null where the server gave neither.
    @Nullable String version() {
        try {
            return JSON.readValue(Files.readAllBytes(versionFile()), Version.class).mark();
        } catch (IOException _) {
            return null; // then nothing is known
        }
    }

    void begin(HttpHeaders headers) throws IOException {
        Files.deleteIfExists(file);
        Files.write(versionFile(), JSON.writeValueAsBytes(new Version(mark(headers))));
    }

    /// Whether headers can belong to what is here.
    boolean continuedBy(HttpHeaders headers) {
        var mine = version();
        var theirs = mark(headers);
        return mine == null || theirs == null || mine.equals(theirs);
    }

    private static @Nullable String mark(HttpHeaders headers) {
        return headers.firstValue("ETag")
                .filter(tag -> tag.startsWith("\""))
                .or(() -> headers.firstValue("Last-Modified"))
                .orElse(null);
    }

    void discard() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(versionFile());
    }
}
