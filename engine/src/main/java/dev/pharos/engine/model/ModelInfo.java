package dev.pharos.engine.model;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A model that can be had: one entry of the catalogue, or what the shelf found out about a model
/// that its owner brought.
///
/// @param id stable, its kind and a name, such as `whisper/base.en` or
///   `embedding/multilingual-e5-small`; letters, digits, `.`, `_`, `-` and `/`, and in the names
///   that servers of chat models use `:`
/// @param title as its makers write it; not translated
/// @param files what has to be on the disk; none for [ModelKind#CHAT]
/// @param memoryBytes resident need while it works, runtime included, and with as many pieces at
///   once as are worked on where there is room for them; 0 where nobody knows
/// @param languages ISO 639-1 codes, or empty for a multilingual model of more than twenty
/// @param licence SPDX identifier, or the licence's own name; null where the owner brought it
/// @param page of its makers, to read about it; null where the owner brought it
/// @param work floating-point operations, in billions, for one unit of its work: a second of sound,
///   or a text of 128 tokens; from it comes the speed estimate for a machine; 0 where unknown
/// @param recommended for whom none was chosen yet
public record ModelInfo(
        String id,
        ModelKind kind,
        String title,
        List<RemoteFile> files,
        long memoryBytes,
        List<String> languages,
        @Nullable String licence,
        @Nullable String page,
        double work,
        boolean recommended) {

    public ModelInfo {
        files = List.copyOf(files);
        languages = List.copyOf(languages);
    }

    /// A file of a model.
    ///
    /// @param name on the disk, within the model's folder
    /// @param url where its makers or their chosen host give it out; null where its owner must
    ///   bring it
    /// @param bytes its size, or 0 where no public source states it
    /// @param sha256 lower-case hexadecimal as a public source states it, or null; never made up
    public record RemoteFile(
            String name, @Nullable String url, long bytes, @Nullable String sha256) {}

    /// The whole size on the disk; 0 where a size is unknown.
    public long bytes() {
        return files.stream().anyMatch(file -> file.bytes() == 0)
                ? 0
                : files.stream().mapToLong(RemoteFile::bytes).sum();
    }
}
