package dev.pharos.engine.model;

import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import java.nio.file.Path;
import java.util.List;

/// The models on this machine and those that can be fetched. Nothing is fetched unless it is asked
/// for here. Any thread; two calls, or two programs, that fetch the same model wait for each other.
public interface ModelShelf {

    /// The whole catalogue, then what the owner brought; cheap enough to be asked for each showing.
    List<Shelved> all();

    /// @throws ProblemException `UnknownModel`
    Shelved find(String id) throws ProblemException;

    /// Downloads what is missing or damaged, goes on with what an earlier call left, checks every
    /// byte, and only then gives it its name. Progress is in bytes, the total is 0 while unknown.
    /// What was fetched stays when it is cancelled or fails.
    ///
    /// @param force takes what comes where no hash is published, though other bytes came first;
    ///   those that lie here are measured by the first ones all the same, and these hold until the
    ///   new ones are in their place. Refused for what nobody gives out.
    /// @throws ProblemException `UnknownModel`, `NotDownloadable`, `DownloadFailed`, `NotFetched`,
    ///   `WrongDownload`, `OtherThanBefore`, `NoRoom`, `DiskFull`; `ModelDamaged` where nobody
    ///   gives it out
    /// @throws java.util.concurrent.CancellationException if cancelled, within 200 ms
    Shelved fetch(String id, boolean force, Progress progress) throws ProblemException;

    /// Without force.
    default Shelved fetch(String id, Progress progress) throws ProblemException {
        return fetch(id, false, progress);
    }

    /// Takes a model, or a pack, from a file or folder of its owner, who keeps it: it is copied. A
    /// file that the catalogue knows by its hash, or by name and size, becomes that entry.
    ///
    /// What lies there damaged is replaced by a whole one.
    ///
    /// @throws ProblemException `FileMissing`, `NotAModel`, `NoRoom`, `DiskFull`
    Shelved add(Path fileOrFolder, Progress progress) throws ProblemException;

    /// Gives its place on the disk free, a half download included; the system's trash takes it
    /// where there is one.
    ///
    /// @throws ProblemException `UnknownModel`, `ModelInUse`
    void remove(String id) throws ProblemException;

    /// Throws away what has come of a download that was stopped. A model that is here stays.
    ///
    /// @throws ProblemException `UnknownModel`; `ModelBusy` where it is being brought or removed,
    ///   in this program or another: then nothing is thrown away, and nobody waits
    void discard(String id) throws ProblemException;

    /// Reads every byte again and compares with what it was when it came.
    ///
    /// @throws ProblemException `UnknownModel`, `MissingModel`, `ModelDamaged`
    Shelved verify(String id, Progress progress) throws ProblemException;

    /// Whether [#fetch] asks a mirror, which may also have what nobody else gives out.
    boolean mirrored() throws ProblemException;

    /// Where the files lie; may not exist.
    Path folder();
}
