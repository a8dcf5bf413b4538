package dev.pharos.models.whisper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.SpeechModels;
import dev.pharos.engine.transcription.SpeechToText.Options;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The native library in this process: what is too small to break.
class WhisperLibraryTest {

    private static final WhisperRuntime.Watch NOBODY =
            new WhisperRuntime.Watch() {
                @Override
                public boolean cancelled() {
                    return false;
                }

                @Override
                public void reached(int samples) {}
            };

    @TempDir private static Path cache;
    private static WhisperNatives natives;
    private static Path folder;

    @BeforeAll
    static void unpack() throws IOException {
        natives = WhisperNatives.ofThisMachine();
        folder = natives.unpack(cache);
    }

    private static void needsCFunctions() {
        Assumptions.assumeFalse(natives.whisper().isEmpty(), "no C functions on this system");
    }

    @Test
    void theRightLayoutIsAccepted() {
        needsCFunctions();
        var library = WhisperLibrary.open(natives.build(folder));
        assertTrue(library.knowsLanguage("de"));
    }

    @Test
    void aLayoutOfAnotherVersionIsRefused() {
        needsCFunctions();
        var symbols = natives.build(folder).load().symbols();
        var thrown =
                assertThrows(
                        UnsatisfiedLinkError.class,
                        () -> WhisperLibrary.open(symbols, List.of(ParamsLayout.V1_8_1)));
        String message = String.valueOf(thrown.getMessage());
        assertTrue(message.startsWith("OTHER_VERSION 1.8.1 to 1.9.3: "), message);
    }

    @Test
    void theLibrariesAreUnpackedOnce() throws IOException {
        Path again = natives.unpack(cache);
        try (var files = Files.list(again)) {
            assertEquals(natives.resources().size(), files.count());
        }
        assertEquals(folder, again);
    }

    @Test
    void withoutCFunctionsTheWordsAreTheSame() throws Exception {
        Path demo = new LocalSpeechModels(cache, cache).find(SpeechModels.DEMO);
        var clip = Clip.bundled("sentence-00");
        var options = new Options(demo, "en", false, null, 1);
        var request =
                new Request.Recognise(1, Placement.SAFEST, "", false, options, clip.samples());
        try (var model = JniWhisper.open(folder).load(demo, false)) {
            var segments = model.recognise(request, NOBODY).segments();
            assertEquals(
                    clip.words().size(),
                    segments.stream().map(Segment::words).mapToInt(List::size).sum());
        }
    }
}
