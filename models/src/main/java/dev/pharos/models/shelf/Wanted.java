package dev.pharos.models.shelf;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;

/// A file that is to be brought.
///
/// @param target where; `NAME.part` beside it until it is whole
/// @param bytes 0 where nobody has stated it
/// @param sha256 null likewise
record Wanted(String model, URI address, Path target, long bytes, @Nullable String sha256) {

    String name() {
        return String.valueOf(target.getFileName());
    }

    Path folder() {
        return Objects.requireNonNull(target.toAbsolutePath().getParent());
    }

    String host() {
        return address.getHost();
    }
}
