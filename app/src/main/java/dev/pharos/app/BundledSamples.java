package dev.pharos.app;

import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.pharos.engine.annotation.Highlight;
import dev.pharos.engine.sample.Samples;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The samples that come with the program: those of the demo, and more beside them. What is made of
/// them says `samples.json`.
final class BundledSamples implements Samples {
    private static final String FOLDER = "/dev/pharos/app/samples/";
    private static final String DEMO = "/dev/pharos/app/demo/";
    private static final String ENGLISH = "en";

    /// What `samples.json` says.
    ///
    /// @param beside files that are written but not imported
    /// @param demo files of the demo
    /// @param begin by language
    /// @param words transcripts by the file of the sound
    private record Plan(
            List<String> files,
            List<String> beside,
            List<String> demo,
            Map<String, String> begin,
            Map<String, String> words,
            List<Mark> highlights,
            Map<String, String> searches) {}

    private record Mark(String file, String words, Highlight.Colour colour, String note) {}

    private final Path folder;

    /// @param folder made when it is needed
    BundledSamples(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public Unpacked unpack(Locale language) throws IOException {
        Plan plan;
        try (var in = open(FOLDER + "samples.json")) {
            plan = JsonMapper.builder().build().readValue(in, Plan.class);
        }
        String spoken = language.getLanguage();
        String first =
                Objects.requireNonNull(
                        plan.begin().get(plan.begin().containsKey(spoken) ? spoken : ENGLISH));
        for (String name : plan.demo()) {
            write(DEMO, name);
        }
        var own = Stream.of(plan.files(), plan.beside(), List.of(first)).flatMap(List::stream);
        for (String name : own.toList()) {
            write(FOLDER, name);
        }
        var words = new LinkedHashMap<Path, Path>();
        plan.words().forEach((sound, text) -> words.put(file(sound), file(text)));
        return new Unpacked(
                folder,
                Stream.of(plan.demo(), plan.files(), List.of(first))
                        .flatMap(List::stream)
                        .map(this::file)
                        .toList(),
                file(first),
                words,
                plan.highlights().stream().map(this::marked).toList(),
                new LinkedHashMap<>(plan.searches()));
    }

    private Marked marked(Mark mark) {
        return new Marked(file(mark.file()), mark.words(), mark.colour(), mark.note());
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private void write(String from, String name) throws IOException {
        var file = file(name);
        if (Files.exists(file)) {
            return;
        }
        Files.createDirectories(file.getParent());
        try (var in = open(from + name)) {
            Files.copy(in, file);
        }
    }

    private static InputStream open(String name) throws IOException {
        var in = BundledSamples.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException("the program lacks its sample " + name);
        }
        return in;
    }
}
