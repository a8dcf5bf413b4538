package dev.pharos.models.whisper;

import dev.pharos.engine.model.DeviceSettings;
import dev.pharos.engine.transcription.SpeechToText.Options;
import dev.pharos.engine.work.Progress;

import java.nio.file.Path;
import java.util.ArrayList;

/// Prints word error rate and errors of word starts over the shared clips. Run `main` with the path
/// of a model.
final class RecognitionQuality {

    private RecognitionQuality() {}

    static void main(String[] args) throws Exception {
        var cache = Path.of(System.getProperty("java.io.tmpdir"), "pharos-measuring");
        var options = new Options(Path.of(args[0]), "en", false, null, 0);
        boolean verbose = args.length > 1;
        try (var speech = new WhisperSpeechToText(cache, () -> DeviceSettings.DEFAULT)) {
            for (String kind : new String[] {"sentence", "paragraph", "dialogue", "with-"}) {
                var all = new ArrayList<Comparison>();
                long start = System.nanoTime();
                for (var clip : Clip.shared(kind)) {
                    var heard = speech.recognise(clip.samples(), options, Progress.NONE);
                    all.add(Comparison.of(clip, heard));
                    if (verbose) {
                        System.out.println(clip.name() + " " + all.getLast());
                        heard.segments().forEach(System.out::println);
                    }
                }
                var sum = Comparison.together(all);
                System.out.printf(
                        "%s: WER %.3f, starts median %d ms, 90 %% within %d ms, %.1f s%n",
                        kind,
                        sum.wordErrorRate(),
                        sum.startErrorMs(0.5),
                        sum.startErrorMs(0.9),
                        (System.nanoTime() - start) / 1e9);
            }
        }
    }
}
