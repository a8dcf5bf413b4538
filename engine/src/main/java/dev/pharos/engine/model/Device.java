package dev.pharos.engine.model;

/// What computes.
///
/// @param api how it is reached
/// @param index among the devices of the same api, from 0
/// @param name such as `NVIDIA H100`, or `CPU`; shown as it is
public record Device(Api api, int index, String name) {

    public static final Device CPU = new Device(Api.CPU, 0, "CPU");

    /// How a device is reached.
    public enum Api {
        CPU,
        CUDA,
        VULKAN,
        METAL,
        COREML,
        DIRECTML
    }

    public boolean gpu() {
        return api != Api.CPU;
    }
}
