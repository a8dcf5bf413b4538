package dev.pharos.engine.model;

/// Looks at the machine.
public interface HardwareProbe {

    /// Blocks, up to some seconds: native runtimes are tried in processes of their own, since a
    /// broken driver takes its process with it. Never throws; what cannot be found out is left out.
    Hardware look();
}
