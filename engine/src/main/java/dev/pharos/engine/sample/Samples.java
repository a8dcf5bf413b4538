package dev.pharos.engine.sample;

import dev.pharos.engine.annotation.Highlight;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The files that a [SampleLibrary] is made from.
@FunctionalInterface
public interface Samples {

    /// Writes the files, each at a place that stays the same. Blocks; any thread.
    ///
    /// @param language of whoever reads them; where there is no text to begin with in it, English
    Unpacked unpack(Locale language) throws IOException;

    /// Samples on the disk.
    ///
    /// @param folder that has all of them
    /// @param files to be imported
    /// @param begin what to read first, one of the files
    /// @param words of recordings, as transcripts in JSON, by the file of the sound
    /// @param searches to be saved, by their names
    record Unpacked(
            Path folder,
            List<Path> files,
            Path begin,
            Map<Path, Path> words,
            List<Marked> highlights,
            Map<String, String> searches) {}

    /// Words to be highlighted.
    ///
    /// @param note may be empty
    record Marked(Path file, String words, Highlight.Colour colour, String note) {}
}
