package dev.pharos.models.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.model.Shelved.Proof;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/// What a list says of the bytes of a model that nobody reads for it.
final class ProofTest extends ShelfCase {
    private static final String ID = "whisper/my-talk-1";

    private Path file = Path.of("");

    @BeforeEach
    void aModelIsBrought() throws ProblemException {
        add(shelf(), demo);
        file = folder.resolve("whisper/ggml-my-talk-1.bin");
    }

    private Proof proof(String id) throws ProblemException {
        return present(shelf().find(id)).proof();
    }

    private void verify() throws ProblemException {
        shelf().verify(ID, Progress.NONE);
    }

    /// At a time that no clock can show by chance.
    private void write(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
    }

    private byte[] damaged() {
        var bytes = whisper.clone();
        bytes[whisper.length / 2]++;
        return bytes;
    }

    @Test
    void whatWasReadAsItCameIsAsItCame() throws Exception {
        assertEquals(Proof.AS_IT_CAME, proof(ID));
    }

    @Test
    void whatWasPutThereByHandIsUnknownUntilItIsRead() throws Exception {
        Files.copy(demo, folder.resolve("whisper/ggml-mine.bin"));
        var mine = shelf().find("whisper/mine");
        assertEquals(Proof.NOT_CHECKED, present(mine).proof());
        assertTrue(mine.unknown());
        mine = shelf().verify("whisper/mine", Progress.NONE);
        assertEquals(Proof.AS_IT_CAME, present(mine).proof());
        assertFalse(mine.unknown());
    }

    @Test
    void whatWasWrittenToIsNotCheckedUntilItIsRead() throws Exception {
        write(whisper);
        assertEquals(Proof.NOT_CHECKED, proof(ID));
        verify();
        assertEquals(Proof.AS_IT_CAME, proof(ID));
    }

    @Test
    void anotherLengthIsDamageThatNobodyHasToReadFor() throws Exception {
        Files.write(file, new byte[] {1});
        assertEquals(Proof.DAMAGED, proof(ID));
    }

    @Test
    void damageThatWasFoundIsRememberedUntilAGoodCopyComes() throws Exception {
        write(damaged());
        assertThrows(ProblemException.class, this::verify);
        assertEquals(Proof.DAMAGED, proof(ID));
        add(shelf(), demo);
        assertEquals(Proof.AS_IT_CAME, proof(ID));
    }

    @Test
    void aMemoryThatCannotBeReadIsNone() throws Exception {
        Files.writeString(folder.resolve("whisper/.checked/my-talk-1.json"), "{");
        assertEquals(Proof.NOT_CHECKED, proof(ID));
    }
}
