package dev.pharos.app.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// `./pharos` as its users start it, in a process of its own.
final class Launcher {
    private static final long LOOK_MILLIS = 20;

    /// @param code the exit code, -1 where it was stopped
    /// @param peak most resident memory, in MB, of the process and its children together; what they
    ///   share counts for each
    /// @param peakOfMain the same of the process alone
    /// @param last resident memory of all, in MB, when it was last seen
    /// @param lastOfMain the same of the process alone
    record Outcome(int code, long peak, long peakOfMain, long last, long lastOfMain) {}

    private final Bench bench;

    Launcher(Bench bench) {
        this.bench = bench;
    }

    Outcome run(Path library, String... arguments) throws IOException, InterruptedException {
        return run(library, Long.MAX_VALUE, "", arguments);
    }

    /// `./pharos` with these arguments, its places inside the bench, its output in `pharos.log`.
    ProcessBuilder builder(String... arguments) {
        var command = new ArrayList<String>();
        command.add(bench.root().resolve("pharos").toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.redirectErrorStream(true)
                .redirectOutput(bench.folder().resolve("pharos.log").toFile());
        for (var place : List.of("DATA", "CONFIG", "CACHE")) {
            builder.environment()
                    .put("XDG_" + place + "_HOME", bench.folder().resolve("home").toString());
        }
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder;
    }

    /// What the last run printed.
    String printed() throws IOException {
        return Files.readString(bench.folder().resolve("pharos.log"));
    }

    /// @param seconds after which it is stopped
    /// @param options for the Java machine
    Outcome run(Path library, long seconds, String options, String... arguments)
            throws IOException, InterruptedException {
        var builder = builder(arguments);
        builder.command().addAll(1, List.of("--library", library.toString()));
        if (!options.isEmpty()) {
            builder.environment().put("JAVA_TOOL_OPTIONS", options);
        }
        return watched(builder, seconds);
    }

    /// @param seconds after which it is stopped
    static Outcome watched(ProcessBuilder builder, long seconds)
            throws IOException, InterruptedException {
        var process = builder.start();
        long start = System.nanoTime();
        long peak = 0;
        long peakOfMain = 0;
        long last = 0;
        long lastOfMain = 0;
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            long main = resident(process.toHandle());
            long all = main + process.descendants().mapToLong(Launcher::resident).sum();
            last = main > 0 ? all : last;
            lastOfMain = main > 0 ? main : lastOfMain;
            peak = Math.max(peak, all);
            peakOfMain = Math.max(peakOfMain, main);
            if (System.nanoTime() - start > seconds * 1e9) {
                process.destroy();
                process.waitFor();
                return new Outcome(-1, peak, peakOfMain, last, lastOfMain);
            }
        }
        return new Outcome(process.exitValue(), peak, peakOfMain, last, lastOfMain);
    }

    private static long resident(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                    .sum();
        } catch (IOException | java.io.UncheckedIOException _) {
            return 0; // it has just ended
        }
    }
}
