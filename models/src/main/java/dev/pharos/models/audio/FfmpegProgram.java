package dev.pharos.models.audio;

import dev.pharos.models.natives.UnpackedResources;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The ffmpeg that comes inside a dependency (LGPL, built by the JavaCPP Presets), unpacked once
/// with its libraries into a cache folder. Untrusted media is decoded in its process, which can
/// crash or be killed without harm, and which ends by itself when nobody reads what it writes.
///
/// @param folder that holds `ffmpeg`, `ffprobe` and their libraries
record FfmpegProgram(Path folder) {

    private static final boolean LINUX = os().startsWith("linux");
    private static final boolean WINDOWS = os().startsWith("windows");

    /// Libraries that only serve to capture from devices and that a bare Linux lacks.
    private static final Set<String> NEEDLESS =
            Set.of("libpulse.so.0", "libasound.so.2", "libxcb.so.1", "libxcb-shm.so.0");

    private static final String VERSION = "ffmpeg version ";

    private static final Pattern MISSING =
            Pattern.compile("error while loading shared libraries: ([^:]+): cannot open");

    /// @param cache a folder of the program's own
    /// @throws FileNotFoundException where there is no ffmpeg for this platform
    static FfmpegProgram unpacked(Path cache) throws IOException {
        var folder =
                new UnpackedResources(cache)
                        .folder(
                                "org/bytedeco/ffmpeg/" + platform() + "/" + executable("ffmpeg"),
                                name -> !name.contains("jni"));
        var program = new FfmpegProgram(folder.toAbsolutePath());
        for (var tool : List.of("ffmpeg", "ffprobe")) {
            var file = folder.resolve(executable(tool)).toFile();
            if (!file.canExecute() && !file.setExecutable(true)) {
                throw new IOException(file + " cannot be made executable");
            }
        }
        if (LINUX) {
            program.standIn();
        }
        return program;
    }

    /// Starts `ffmpeg` or `ffprobe`. The caller reads its output and errors, and ends it.
    Process start(String tool, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(folder.resolve(executable(tool)).toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("LD_LIBRARY_PATH", folder.toString());
        var process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    /// Puts some other library in the place of each that is missing but needless: the loader wants
    /// a file of that name, and looks for what is in it only when it is called, which it never is.
    private void standIn() throws IOException {
        for (int attempt = 0; attempt <= NEEDLESS.size(); attempt++) {
            var process = start("ffmpeg", List.of("-version"));
            var complaints = Complaints.of(process);
            if (firstLine(process).startsWith(VERSION)) {
                return;
            }
            String complaint = String.join("\n", complaints.lines());
            var missing = MISSING.matcher(complaint);
            if (!missing.find() || !NEEDLESS.contains(missing.group(1))) {
                throw new IOException(complaint);
            }
            var part = Files.createTempFile(folder, missing.group(1), ".part");
            Files.copy(folder.resolve("libva-drm.so.2"), part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, folder.resolve(missing.group(1)), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /// Such as `ffmpeg 7.1.1`.
    String version() throws IOException {
        var process = start("ffmpeg", List.of("-version"));
        Complaints.of(process); // so that none can block it
        return "ffmpeg " + firstLine(process).replace(VERSION, "").replaceFirst(" .*", "");
    }

    private static String firstLine(Process process) throws IOException {
        try (var out = process.getInputStream()) {
            return new String(out.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    private static String executable(String tool) {
        return WINDOWS ? tool + ".exe" : tool;
    }

    private static String platform() {
        String arch = System.getProperty("os.arch", "");
        return (LINUX ? "linux" : WINDOWS ? "windows" : "macosx")
                + "-"
                + (arch.equals("aarch64") ? "arm64" : "x86_64");
    }

    private static String os() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    }
}
