package dev.pharos.engine.vault;

import dev.pharos.engine.document.ReaderProcess;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.ChildLoop;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The process in which [VaultUnpacker] lets exports be read. It serves until the parent is gone,
/// opens no connection, and writes into the folder that it is given.
final class VaultChild {

    private VaultChild() {}

    public static void main(String[] args) {
        ReaderProcess.prepare();
        ChildLoop.serve(1, VaultChild::answer);
    }

    static byte[] answer(byte[] request) {
        var job = VaultWire.read(request, VaultWire.Request.class);
        return VaultWire.bytes(answer(Path.of(job.vault()), Path.of(job.folder()), job.room()));
    }

    static VaultWire.Answer answer(Path vault, Path folder, long room) {
        try (var parts = Parts.open(vault)) {
            for (var format : VaultFormat.ALL) {
                if (format.recognises(parts)) {
                    var staging = new Staging(folder, vault, room);
                    format.unpack(parts, staging);
                    return new VaultWire.Answer(staging.unpacked(), null);
                }
            }
            return new VaultWire.Answer(null, null);
        } catch (ProblemException e) {
            return failed(e.problem().getClass());
        } catch (NoSuchFileException _) {
            return failed(Problem.FileMissing.class);
        } catch (AccessDeniedException _) {
            return failed(Problem.AccessDenied.class);
        } catch (IOException | RuntimeException | StackOverflowError | LinkageError _) {
            return failed(Problem.DamagedFile.class);
        }
    }

    private static VaultWire.Answer failed(Class<?> problem) {
        return new VaultWire.Answer(null, problem.getSimpleName());
    }
}
