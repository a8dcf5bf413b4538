package dev.pharos.engine.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.transcription.SpeechToText.Recognised;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// What every implementation of [Checkpoints] keeps, empty at first.
public abstract class CheckpointsContract {
    private static final Recognised HELLO =
            new Recognised(
                    "en",
                    "CPU",
                    List.of(
                            new Segment(
                                    10,
                                    900,
                                    null,
                                    "Hello, \"wörld\" 🗼.",
                                    List.of(
                                            new Word("Hello,", 10, 400, 0.1f),
                                            new Word("\"wörld\"", 400, 900, 1)))));

    protected abstract Checkpoints checkpoints();

    @Test
    void aWindowComesBackAsItWas() {
        checkpoints().save("sound/a", 3, HELLO);

        assertEquals(Optional.of(HELLO), checkpoints().find("sound/a", 3));
        assertEquals(Optional.empty(), checkpoints().find("sound/a", 2));
        assertEquals(Optional.empty(), checkpoints().find("sound/b", 3));
    }

    @Test
    void theSameWindowAgainTakesThePlaceOfTheFirst() {
        var nothing = new Recognised("de", "CPU", List.of());
        checkpoints().save("sound/a", 3, HELLO);
        checkpoints().save("sound/a", 3, nothing);

        assertEquals(Optional.of(nothing), checkpoints().find("sound/a", 3));
    }

    @Test
    void clearingForgetsOneSoundWhateverItWasTranscribedWith() {
        checkpoints().save("sound/a", 0, HELLO);
        checkpoints().save("sound/b", 1, HELLO);
        checkpoints().save("other/a", 0, HELLO);

        checkpoints().clear("sound");

        assertEquals(Optional.empty(), checkpoints().find("sound/a", 0));
        assertEquals(Optional.empty(), checkpoints().find("sound/b", 1));
        assertEquals(Optional.of(HELLO), checkpoints().find("other/a", 0));
    }
}
