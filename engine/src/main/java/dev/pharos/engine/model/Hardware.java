package dev.pharos.engine.model;

import dev.pharos.engine.problem.Detail;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What this machine has, and which runtime can use what of it.
///
/// @param memoryBytes built in, or what a container allows if that is less
/// @param freeMemoryBytes that a program could take now without the machine beginning to swap
public record Hardware(
        Cpu cpu, long memoryBytes, long freeMemoryBytes, List<Gpu> gpus, List<Runtime> runtimes) {

    public Hardware {
        gpus = List.copyOf(gpus);
        runtimes = List.copyOf(runtimes);
    }

    /// @param features that matter for models, such as `AVX2`, `AVX512`, `NEON`, as far as known
    public record Cpu(String name, int physicalCores, int logicalCores, List<String> features) {
        public Cpu {
            features = List.copyOf(features);
        }
    }

    /// @param driver version, or null where it has none that models could use
    /// @param memoryBytes 0 where unknown
    public record Gpu(String name, String vendor, @Nullable String driver, long memoryBytes) {}

    /// A native runtime of models.
    ///
    /// @param name such as `whisper.cpp`, `ONNX Runtime`, `PyTorch`
    /// @param version empty where it is not here
    /// @param devices that it can compute on now, best first; empty where `why` says why
    /// @param why it uses no GPU, or cannot be used at all; null where a GPU is used
    public record Runtime(String name, String version, List<Device> devices, @Nullable Why why) {
        public Runtime {
            devices = List.copyOf(devices);
        }
    }

    /// Why a runtime uses no GPU.
    public sealed interface Why {
        /// The machine has none that it could use.
        record NoGpu() implements Why {}

        /// There is one, but its driver is not installed or does not answer.
        record NoDriver(String gpu) implements Why {}

        /// It needs a pack that is not here; `pack` is its id on the shelf.
        record NoPack(String pack) implements Why {}

        /// It is itself such a pack and not here; `pack` is its id on the shelf.
        record NotHere(String pack) implements Why {}

        /// What it runs has 8-bit weights, which the CPU computes faster.
        record FasterOnCpu() implements Why {}

        /// Its libraries are made for computing on the CPU only.
        record BuiltWithoutGpu() implements Why {}

        /// The owner said so.
        record SwitchedOff() implements Why {}

        /// It was tried and failed; `detail` may be its own sentence.
        record Failed(Detail detail) implements Why {
            public Failed(String said) {
                this(Detail.said(said));
            }
        }

        /// It does not exist for this platform, such as `macos-x86_64`.
        record NotForPlatform(String platform) implements Why {}
    }
}
