package dev.pharos.models.secret;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.pharos.engine.settings.Secrets.Place;
import dev.pharos.engine.work.SharedFile;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/// The register of all secrets: where each is kept, and those that are kept here. It is made
/// readable by its owner only, before anything is written to it, and a copy that is readable by
/// others (out of a backup) is closed when it is read.
final class OwnerOnlyFile {

    /// @param value the secret itself, or the ticket of the platform's key store
    record Entry(Place place, String value) {
        @Override
        public String toString() {
            return place.toString();
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");

    private final Path path;

    OwnerOnlyFile(Path path) {
        this.path = path;
    }

    /// @throws IOException without any of the file's content in its message
    Map<String, Entry> read() throws IOException {
        if (posix()
                && Files.exists(path)
                && !Files.getPosixFilePermissions(path).equals(OWNER_ONLY)) {
            Files.setPosixFilePermissions(path, OWNER_ONLY);
        }
        return entries(new SharedFile(path).read());
    }

    /// A power cut may have left it empty: then there is nothing in it that could be lost.
    private Map<String, Entry> entries(byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            return new TreeMap<>();
        }
        try {
            return JSON.readValue(bytes, new TypeReference<TreeMap<String, Entry>>() {});
        } catch (JsonProcessingException e) {
            throw new IOException(path + ":" + e.getLocation().getLineNr());
        }
    }

    /// Keeps an entry, or forgets it where it is null, and leaves those that another program
    /// changes at the same time.
    ///
    /// @return the one before
    /// @throws IOException likewise
    @Nullable Entry put(String name, @Nullable Entry entry) throws IOException {
        var before = new AtomicReference<@Nullable Entry>();
        new SharedFile(path, ownerOnly())
                .<RuntimeException>change(bytes -> {
                    var entries = entries(bytes);
                    before.set(entry == null ? entries.remove(name) : entries.put(name, entry));
                    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(entries);
                });
        return before.get();
    }

    private static boolean posix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    /// Permissions on Unix, an access control list of one entry on Windows.
    private static FileAttribute<?> ownerOnly() throws IOException {
        if (posix()) {
            return PosixFilePermissions.asFileAttribute(OWNER_ONLY);
        }
        var owner =
                FileSystems.getDefault()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName(System.getProperty("user.name"));
        var all =
                AclEntry.newBuilder()
                        .setType(AclEntryType.ALLOW)
                        .setPrincipal(owner)
                        .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                        .build();
        return new FileAttribute<List<AclEntry>>() {
            @Override
            public String name() {
                return "acl:acl";
            }

            @Override
            public List<AclEntry> value() {
                return List.of(all);
            }
        };
    }
}
