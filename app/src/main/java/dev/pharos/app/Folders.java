package dev.pharos.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// The platform's usual places for what Pharos keeps: XDG base directories on Linux, `Library` on
/// macOS, `%LOCALAPPDATA%` and `%APPDATA%` on Windows. Nothing is created here.
///
/// @param data the default library and the log: what the user would miss
/// @param config the settings file
/// @param cache unpacked natives and models: what can be made again
public record Folders(Path data, Path config, Path cache) {

    private static final String NAME = "pharos";

    /// Those of the user who runs this process.
    public static Folders ofThisMachine() {
        return of(
                System.getProperty("os.name"),
                Path.of(System.getProperty("user.home")),
                System.getenv());
    }

    static Folders of(String system, Path home, Map<String, String> environment) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            var local = place(environment, "LOCALAPPDATA", home.resolve("AppData/Local"));
            var roaming = place(environment, "APPDATA", home.resolve("AppData/Roaming"));
            return new Folders(
                    local.resolve("Pharos"),
                    roaming.resolve("Pharos"),
                    local.resolve("Pharos").resolve("Cache"));
        }
        if (name.startsWith("mac")) {
            var support = home.resolve("Library/Application Support/Pharos");
            return new Folders(support, support, home.resolve("Library/Caches/Pharos"));
        }
        return new Folders(
                place(environment, "XDG_DATA_HOME", home.resolve(".local/share")).resolve(NAME),
                place(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve(NAME),
                place(environment, "XDG_CACHE_HOME", home.resolve(".cache")).resolve(NAME));
    }

    /// Where the library lies when none is named.
    public Path library() {
        return data.resolve("library");
    }

    public Path settings() {
        return config.resolve("settings.json");
    }

    public Path log() {
        return data.resolve("logs");
    }

    /// A relative path in such a variable is to be ignored (XDG Base Directory Specification 0.8).
    private static Path place(Map<String, String> environment, String variable, Path fallback) {
        var value = environment.get(variable);
        if (value == null || value.isBlank()) {
            return fallback;
        }
        var path = Path.of(value);
        return path.isAbsolute() ? path : fallback;
    }
}
