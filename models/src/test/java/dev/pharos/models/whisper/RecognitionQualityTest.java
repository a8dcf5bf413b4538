package dev.pharos.models.whisper;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.model.DeviceSettings;
import dev.pharos.engine.transcription.SpeechModels;
import dev.pharos.engine.transcription.SpeechToText.Options;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;

/// Bounds for what [RecognitionQuality] prints.
class RecognitionQualityTest {

    @TempDir private Path cache;

    private Comparison over(String kind) throws Exception {
        Path demo = new LocalSpeechModels(cache, cache).find(SpeechModels.DEMO);
        var options = new Options(demo, "en", false, null, 0);
        var all = new ArrayList<Comparison>();
        try (var speech = new WhisperSpeechToText(cache, () -> DeviceSettings.DEFAULT)) {
            for (var clip : Clip.shared(kind)) {
                var heard = speech.recognise(clip.samples(), options, Progress.NONE);
                all.add(Comparison.of(clip, heard));
            }
        }
        return Comparison.together(all);
    }

    @Test
    void hardlyAWordOfASentenceIsWrong() throws Exception {
        var sentences = over("sentence");
        assertTrue(sentences.wordErrorRate() < 0.02, () -> "" + sentences.wordErrorRate());
    }

    @Test
    void mostWordsOfParagraphsBeginWhereTheyAreSaidToBegin() throws Exception {
        var paragraphs = over("paragraph");
        assertTrue(paragraphs.wordErrorRate() < 0.08, () -> "" + paragraphs.wordErrorRate());
        assertTrue(paragraphs.startErrorMs(0.5) < 80, () -> "" + paragraphs.startErrorMs(0.5));
        assertTrue(paragraphs.startErrorMs(0.9) < 250, () -> "" + paragraphs.startErrorMs(0.9));
    }
}
