package dev.pharos.ui;

import dev.pharos.engine.annotation.Highlight;
import dev.pharos.engine.sample.Samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Two notes to try everything on.
///
/// @param folder made when it is needed
record FewSamples(Path folder) implements Samples {
    @Override
    public Unpacked unpack(Locale language) throws IOException {
        Files.createDirectories(folder);
        var begin = folder.resolve("Start here.md");
        var lamp = folder.resolve("Lamp.md");
        Files.writeString(begin, "# Start here\n\nRead about the [[Lamp]].\n");
        Files.writeString(lamp, "# Lamp\n\nThe lamp burns from sunset to sunrise.\n");
        return new Unpacked(
                folder,
                List.of(begin, lamp),
                begin,
                Map.of(),
                List.of(new Marked(lamp, "sunset", Highlight.Colour.YELLOW, "")),
                Map.of("Lamps", "lamp"));
    }
}
