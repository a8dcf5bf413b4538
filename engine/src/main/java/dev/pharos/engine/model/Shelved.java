package dev.pharos.engine.model;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/// A model as it stands on this machine now.
///
/// @param fit whether the machine is up to it
public record Shelved(ModelInfo info, State state, Fit fit) {

    /// Whether its files are here.
    public sealed interface State {
        /// Nothing of it.
        record Absent() implements State {}

        /// A download was stopped; it goes on from here.
        ///
        /// @param bytes that are here already
        record Partial(long bytes) implements State {}

        /// All of it.
        ///
        /// @param place the file, or the folder where it has several
        /// @param bytes on the disk
        /// @param bundled it comes with the program and cannot be deleted
        /// @param files what they were when they came; empty where nobody has seen them come
        record Present(
                Path place, long bytes, boolean bundled, List<Fingerprint> files, Proof proof)
                implements State {
            public Present {
                files = List.copyOf(files);
            }
        }
    }

    /// What is known of the bytes of a model that is here, without reading them.
    public enum Proof {
        /// When they were read last, they were as they came, and they have not changed since.
        AS_IT_CAME,
        /// They were put there, or changed, by somebody else.
        NOT_CHECKED,
        /// They are others than those that came.
        DAMAGED
    }

    /// What a file was when it came.
    ///
    /// @param published the hash is one that a public source states; else it is the one of the
    ///   first download, kept and checked from then on
    public record Fingerprint(String name, long bytes, String sha256, boolean published) {}

    /// Whether this machine is up to it.
    ///
    /// @param misfit why not, or null where it is
    /// @param speed estimated units of work a second on the device that would be used: seconds of
    ///   sound, or texts; 0 where unknown
    public record Fit(@Nullable Misfit misfit, double speed) {}

    /// Why a model does not suit this machine. `need` and `have` in bytes.
    public sealed interface Misfit {
        record TooLittleMemory(long need, long have) implements Misfit {}

        record TooLittleDisk(long need, long have) implements Misfit {}

        /// No runtime here can load it; `platform` such as `windows-aarch64`.
        record NoRuntime(String platform) implements Misfit {}
    }

    /// It is here, and nobody knows what its bytes should be: the first who reads them all keeps
    /// that.
    public boolean unknown() {
        return state instanceof State.Present here
                && here.files().isEmpty()
                && info.files().stream().anyMatch(file -> file.sha256() == null);
    }

    public boolean present() {
        return state instanceof State.Present;
    }
}
