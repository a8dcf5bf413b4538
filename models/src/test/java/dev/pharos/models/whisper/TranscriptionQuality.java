package dev.pharos.models.whisper;

import dev.pharos.engine.model.DeviceSettings;
import dev.pharos.engine.transcription.Checkpoints;
import dev.pharos.engine.transcription.SpeechToText.Recognised;
import dev.pharos.engine.transcription.Transcriber;
import dev.pharos.engine.transcription.TranscriptionOptions;
import dev.pharos.engine.work.JobQueue;
import dev.pharos.models.audio.FfmpegAudioDecoder;
import dev.pharos.models.audio.SileroVoiceActivity;

import java.nio.file.Path;
import java.util.ArrayList;

/// As [RecognitionQuality], but by the whole way from the file to the transcript. Run `main` with
/// the path of a model and perhaps `verbose`.
final class TranscriptionQuality {

    private TranscriptionQuality() {}

    private static final class Silent implements JobQueue.Report {
        @Override
        public void stage(String stage) {}

        @Override
        public void device(String device) {}

        @Override
        public void report(long done, long total) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    }

    static void main(String[] args) throws Exception {
        var cache = Path.of(System.getProperty("java.io.tmpdir"), "pharos-measuring");
        var options = new TranscriptionOptions(args[0], "auto", false, null, false, 0);
        try (var speech = new WhisperSpeechToText(cache, () -> DeviceSettings.DEFAULT);
                var audio = new FfmpegAudioDecoder(cache);
                var voices = new SileroVoiceActivity(cache)) {
            var models = new LocalSpeechModels(cache, cache);
            var transcriber =
                    new Transcriber(new Transcriber.Parts(audio, voices, speech, models, null));
            for (String kind : new String[] {"sentence", "paragraph", "dialogue", "with-"}) {
                var all = new ArrayList<Comparison>();
                long start = System.nanoTime();
                for (var clip : Clip.shared(kind)) {
                    var file = Path.of(args[1], clip.name() + ".wav");
                    var heard =
                            transcriber.transcribe(
                                    file,
                                    file,
                                    clip.name(),
                                    options,
                                    Checkpoints.NONE,
                                    new Silent());
                    all.add(
                            Comparison.of(
                                    clip,
                                    new Recognised(
                                            heard.language(), heard.device(), heard.segments())));
                    if (args.length > 2) {
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
