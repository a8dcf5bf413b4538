package dev.pharos.models.whisper;

import dev.pharos.engine.problem.Detail.Kind;
import dev.pharos.engine.problem.UnusableException;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The libraries of one build of whisper.cpp: ggml in one or several files, then whisper.cpp.
///
/// @param libraries those below first
record NativeBuild(Path folder, List<Path> libraries) {

    /// `libggml-base.so`, `libggml-cuda.so.0.9`, `ggml.dll`, `libwhisper.1.7.1.dylib`
    private static final Pattern LIBRARY =
            Pattern.compile(
                    "(?:lib)?(ggml(?:-[\\w-]+)?|whisper)(?:\\.so[.\\d]*|[.\\d]*\\.dylib|\\.dll)");

    private static final String WHISPER = "whisper";
    private static final List<String> PLACES = List.of("", "lib", "lib64", "bin");

    /// ggml's parts, each of which may need those before it; a backend such as `ggml-cuda` is the
    /// last but the whole.
    private static final List<String> ORDER = List.of("ggml-base", "ggml-cpu");

    NativeBuild {
        libraries = List.copyOf(libraries);
    }

    /// A build in a folder of its owner's, as it was compiled or installed.
    ///
    /// @throws IOException if none is there; it says why
    static NativeBuild in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new UnusableException(Kind.NO_FOLDER, folder);
        }
        for (String place : PLACES) {
            var libraries = libraries(folder.resolve(place));
            if (libraries.stream().anyMatch(file -> part(file).equals(WHISPER))) {
                return new NativeBuild(folder.resolve(place), libraries);
            }
        }
        throw new UnusableException(Kind.NO_PACK, System.mapLibraryName(WHISPER), folder);
    }

    /// Links that lead to the same file count once.
    private static List<Path> libraries(Path folder) throws IOException {
        var found = new TreeSet<Path>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    if (LIBRARY.matcher(file.getFileName().toString()).matches()) {
                        found.add(file.toRealPath());
                    }
                }
            }
        }
        return found.stream().sorted(Comparator.comparingInt(NativeBuild::rank)).toList();
    }

    private static int rank(Path file) {
        String part = part(file);
        int known = ORDER.indexOf(part);
        return switch (part) {
            case WHISPER -> ORDER.size() + 2;
            case "ggml" -> ORDER.size() + 1;
            default -> known >= 0 ? known : ORDER.size();
        };
    }

    private static String part(Path file) {
        var matcher = LIBRARY.matcher(file.getFileName().toString());
        return matcher.matches() ? matcher.group(1) : "";
    }

    /// What is loaded.
    ///
    /// @param failures what the system said of libraries that are not
    record Loaded(SymbolLookup symbols, List<String> failures) {}

    /// Loads all into this process. What does not load is no failure, unless whisper.cpp itself
    /// does not without it: a backend is missing then.
    ///
    /// @throws UnsatisfiedLinkError with what the system said first
    Loaded load() {
        var failures = new ArrayList<UnsatisfiedLinkError>();
        SymbolLookup symbols = _ -> Optional.empty();
        for (Path library : libraries) {
            try {
                System.load(library.toAbsolutePath().toString());
                symbols = symbols.or(SymbolLookup.libraryLookup(library, Arena.global()));
            } catch (UnsatisfiedLinkError e) {
                failures.add(e);
            }
        }
        if (symbols.find("whisper_full_with_state").isEmpty() && !failures.isEmpty()) {
            throw failures.getFirst();
        }
        return new Loaded(
                symbols, failures.stream().map(e -> String.valueOf(e.getMessage())).toList());
    }
}
