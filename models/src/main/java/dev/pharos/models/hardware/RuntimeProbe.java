package dev.pharos.models.hardware;

import dev.pharos.engine.model.DeviceChoice;
import dev.pharos.engine.model.Hardware;
import dev.pharos.engine.model.Hardware.Gpu;

import java.util.List;

/// Tries one native runtime, in a process of its own.
public interface RuntimeProbe {

    /// Blocks, up to some seconds. Never throws.
    ///
    /// @param gpus of this machine
    Hardware.Runtime look(List<Gpu> gpus);

    /// What the owner wants it to run on.
    DeviceChoice choice();
}
