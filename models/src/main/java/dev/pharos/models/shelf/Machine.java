package dev.pharos.models.shelf;

import com.sun.management.OperatingSystemMXBean;

import dev.pharos.engine.model.ModelInfo;
import dev.pharos.engine.model.ModelKind;
import dev.pharos.engine.model.Shelved.Fit;
import dev.pharos.engine.model.Shelved.Misfit;
import dev.pharos.models.shelf.Catalogue.Entry;

import org.jspecify.annotations.Nullable;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.regex.Pattern;

/// Whether this machine is up to a model, and how fast it would be.
///
/// The speed is an estimate from the model's `work` and the rate of the processor ([ComputeRate]).
/// By how much a runtime beats that plain loop was measured on one AMD EPYC with AVX-512: ONNX
/// Runtime did 38 texts of 200 tokens a second and core with all-MiniLM-L6-v2 in single precision
/// (ADR 0003), whisper.cpp 600 s of sound in 95.5 s of one core with a model of the size of
/// `base.en` (docs/measuring.md), where the loop did 7.8e9 operations a second and core. With 8-bit
/// weights an embedder did 75 texts where it did 38 without (ADR 0003); what 5- and 8-bit weights
/// do for whisper.cpp nobody has measured here, so of those no speed is told.
///
/// @param platform such as `linux-x86_64`
/// @param memoryBytes built in, or what a container allows
/// @param rate billions of operations a second; asked when it is first needed
record Machine(String platform, long memoryBytes, DoubleSupplier rate) {
    private static final double SPEECH_GAIN = 2.7;
    private static final double TEXT_GAIN = 22;

    /// How ids of models with few-bit weights end.
    private static final Pattern ROUNDED = Pattern.compile("([-/]int8|-q\\d_\\d)$");

    private static final double ROUNDED_TEXT = 2;

    /// The program carries whisper.cpp for these.
    private static final List<String> SPEECH =
            List.of(
                    "linux-x86_64",
                    "linux-aarch64",
                    "macos-x86_64",
                    "macos-aarch64",
                    "windows-x86_64");

    /// And ONNX Runtime with a tokenizer for these.
    private static final List<String> TEXT =
            List.of("linux-x86_64", "linux-aarch64", "macos-aarch64", "windows-x86_64");

    /// @param cache a folder of the program's own
    static Machine ofThis(Path cache) {
        return new Machine(
                platform(System.getProperty("os.name"), System.getProperty("os.arch")),
                memory(),
                new ComputeRate(cache));
    }

    static String platform(String system, String processor) {
        var name = system.toLowerCase(Locale.ROOT);
        var os = name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "macos" : name;
        return os + "-" + (processor.equals("amd64") ? "x86_64" : processor);
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : Long.MAX_VALUE;
    }

    /// @param missing bytes that would have to come yet
    /// @param room on the disk
    Fit fit(Entry entry, long missing, long room) {
        var misfit = misfit(entry, missing, room);
        return new Fit(misfit, misfit instanceof Misfit.NoRuntime ? 0 : speed(entry.info()));
    }

    private @Nullable Misfit misfit(Entry entry, long missing, long room) {
        var info = entry.info();
        var platforms = entry.platforms().isEmpty() ? runtimes(info.kind()) : entry.platforms();
        if (info.kind() != ModelKind.CHAT && !platforms.contains(platform)) {
            return new Misfit.NoRuntime(platform);
        }
        long free = memoryBytes / 5 * 4; // a fifth is the system's
        if (info.memoryBytes() > free) {
            return new Misfit.TooLittleMemory(info.memoryBytes(), free);
        }
        return missing > room ? new Misfit.TooLittleDisk(missing, room) : null;
    }

    private static List<String> runtimes(ModelKind kind) {
        return kind == ModelKind.SPEECH ? SPEECH : TEXT;
    }

    private double speed(ModelInfo info) {
        double gain = gain(info);
        return info.work() == 0 || gain == 0 ? 0 : rate.getAsDouble() * gain / info.work();
    }

    private static double gain(ModelInfo info) {
        boolean speech = info.kind() == ModelKind.SPEECH;
        if (!ROUNDED.matcher(info.id()).find()) {
            return speech ? SPEECH_GAIN : TEXT_GAIN;
        }
        return speech ? 0 : TEXT_GAIN * ROUNDED_TEXT;
    }
}
