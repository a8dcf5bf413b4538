package dev.pharos.models.shelf;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.pharos.engine.model.ModelInfo;
import dev.pharos.engine.model.ModelInfo.RemoteFile;
import dev.pharos.engine.model.ModelKind;

import org.jspecify.annotations.Nullable;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The models that Pharos knows of, from `catalogue.json` beside this class, which also says where
/// its figures come from.
///
/// @param entries in the order of the file
record Catalogue(List<Entry> entries) {

    /// One model.
    ///
    /// @param bundled it lies on the class path, its files under their own names
    /// @param platforms that its runtime exists for, such as `linux-x86_64`; empty for those that
    ///   the runtimes in the program exist for
    record Entry(ModelInfo info, boolean bundled, List<String> platforms) {
        Entry {
            platforms = List.copyOf(platforms);
        }
    }

    private record Written(List<WrittenModel> models) {}

    /// @param platform that the file is for, or null for all
    private record WrittenFile(
            String name,
            @Nullable String url,
            long bytes,
            @Nullable String sha256,
            @Nullable String platform) {

        RemoteFile remote() {
            return new RemoteFile(name, url, bytes, sha256);
        }
    }

    private record WrittenModel(
            String id,
            ModelKind kind,
            String title,
            List<WrittenFile> files,
            long memoryBytes,
            List<String> languages,
            String licence,
            String page,
            double work,
            boolean recommended,
            boolean bundled,
            @Nullable List<String> platforms) {

        Entry entry(String machine) {
            var wanted =
                    files.stream()
                            .filter(file ->
                                    file.platform() == null || machine.equals(file.platform()))
                            .map(WrittenFile::remote)
                            .toList();
            var info =
                    new ModelInfo(
                            id,
                            kind,
                            title,
                            wanted,
                            memoryBytes,
                            languages,
                            licence,
                            page,
                            work,
                            recommended);
            return new Entry(info, bundled, Objects.requireNonNullElse(platforms, List.of()));
        }
    }

    private static final ObjectMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    Catalogue {
        entries = List.copyOf(entries);
    }

    /// That of the program; of files that differ by platform, those for `machine`.
    static Catalogue bundled(String machine) {
        try (var json = Catalogue.class.getResourceAsStream("catalogue.json")) {
            if (json == null) {
                throw new FileNotFoundException("catalogue.json");
            }
            return read(json, machine);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Catalogue read(InputStream json, String machine) throws IOException {
        var written = JSON.readValue(json, Written.class);
        return new Catalogue(written.models().stream().map(each -> each.entry(machine)).toList());
    }

    Optional<Entry> find(String id) {
        return entries.stream().filter(entry -> entry.info().id().equals(id)).findFirst();
    }
}
