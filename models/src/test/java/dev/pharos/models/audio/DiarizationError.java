package dev.pharos.models.audio;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pharos.engine.transcription.Diarizer;
import dev.pharos.engine.transcription.Diarizer.Span;
import dev.pharos.engine.transcription.Diarizer.Turn;
import dev.pharos.engine.work.Progress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Measures a diarizer on the talk beside the checkout: the diarization error rate (NIST, 2009)
/// with a collar of 0.25 s and overlap counted. Run with the cache folder as argument.
final class DiarizationError {

    private static final long STEP = 10;
    private static final long COLLAR = 250;

    /// @param speech milliseconds of speech that were scored, each voice for itself
    /// @param missed nobody was heard
    /// @param falseAlarm a voice too many was heard
    /// @param confused another voice was heard
    record Score(long speech, long missed, long falseAlarm, long confused, long voices, int found) {

        double rate() {
            return (missed + falseAlarm + confused) / (double) speech;
        }
    }

    private DiarizationError() {}

    static void main(String[] arguments) throws Exception {
        var cache = Path.of(arguments[0]);
        try (var decoder = new FfmpegAudioDecoder(cache);
                var voices = new SileroVoiceActivity(cache)) {
            for (var file : Sounds.files(Sounds.shared("data/audio/diarization"), "*.{wav,flac}")) {
                print(decoder, voices, file, reference(file));
            }
            for (var file :
                    Sounds.files(Sounds.shared("data/audio/stt-en"), "{sonnet,jfk}*.{mp3,wav}")) {
                print(decoder, voices, file, List.of(new Turn(0, 60_000, 0)));
            }
            var clips = Sounds.shared("speech/clips");
            for (var file : Sounds.files(clips, "{dialogue,paragraph}-*.wav")) {
                print(decoder, voices, file, reference(file));
            }
        }
    }

    private static void print(
            FfmpegAudioDecoder decoder, SileroVoiceActivity voices, Path file, List<Turn> reference)
            throws Exception {
        var diarizer = new BicDiarizer();
        var heard = speech(voices, Sounds.decoded(decoder, file));
        var score = score(reference, turns(decoder, diarizer, file, heard));
        var told = reference.stream().map(turn -> new Span(turn.startMs(), turn.endMs())).toList();
        var best = score(reference, turns(decoder, diarizer, file, union(told)));
        System.out.printf(
                "%-18s DER %.3f (missed %.3f, false %.3f, confused %.3f), voices %d found %d;"
                        + " true speech given: DER %.3f found %d%n",
                file.getFileName(),
                score.rate(),
                score.missed / (double) score.speech,
                score.falseAlarm / (double) score.speech,
                score.confused / (double) score.speech,
                score.voices,
                score.found,
                best.rate(),
                best.found);
    }

    static List<Turn> turns(
            FfmpegAudioDecoder decoder, Diarizer diarizer, Path file, List<Span> speech)
            throws Exception {
        try (var sound = decoder.open(file, file)) {
            return diarizer.turns(sound, speech, Progress.NONE);
        }
    }

    /// Where the network hears speech, with pauses of up to 0.3 s.
    static List<Span> speech(SileroVoiceActivity voices, float[] sound) throws Exception {
        var probability = VoiceActivityComparison.speech(voices, sound);
        var spans = new ArrayList<Span>();
        for (int i = 0; i < probability.length; i++) {
            if (probability[i] > 0.5) {
                spans.add(new Span(Math.max(0, i * 32 - 60), (i + 1) * 32 + 60));
            }
        }
        return union(spans);
    }

    private static List<Span> union(List<Span> spans) {
        var union = new ArrayList<Span>();
        for (var span : spans) {
            if (!union.isEmpty() && span.startMs() - union.getLast().endMs() < 300) {
                var last = union.removeLast();
                union.add(new Span(last.startMs(), Math.max(last.endMs(), span.endMs())));
            } else {
                union.add(span);
            }
        }
        return union;
    }

    /// From the RTTM beside a file, the manifest, or a clip's JSON.
    static List<Turn> reference(Path file) throws IOException {
        var json = new ObjectMapper();
        var names = new LinkedHashMap<String, Integer>();
        var turns = new ArrayList<Turn>();
        var plain = file.toString().replaceAll("\\.[a-z]+$", "");
        if (Files.exists(Path.of(plain + ".rttm"))) {
            for (var line : Files.readAllLines(Path.of(plain + ".rttm"))) {
                var part = line.split(" ", -1);
                long start = Math.round(Double.parseDouble(part[3]) * 1000);
                long end = start + Math.round(Double.parseDouble(part[4]) * 1000);
                turns.add(new Turn(start, end, names.computeIfAbsent(part[7], _ -> names.size())));
            }
        } else if (Files.exists(Path.of(plain + ".json"))) {
            var clip = json.readTree(Path.of(plain + ".json").toFile());
            for (var said : clip.path("sentences")) {
                turns.add(
                        new Turn(
                                said.path("startMs").asLong(),
                                said.path("endMs").asLong(),
                                names.computeIfAbsent(
                                        said.path("voice").asText(), _ -> names.size())));
            }
            if (turns.isEmpty()) {
                turns.add(new Turn(0, clip.path("durationMs").asLong(), 0));
            }
        } else {
            for (var line : Files.readAllLines(Sounds.shared("data/audio/manifest.jsonl"))) {
                var row = json.readTree(line);
                if (row.path("file").asText().endsWith("/" + file.getFileName())) {
                    for (var said : row.path("segments")) {
                        turns.add(
                                new Turn(
                                        Math.round(said.path("start_sec").asDouble() * 1000),
                                        Math.round(said.path("end_sec").asDouble() * 1000),
                                        said.path("speaker_tag").asInt() - 1));
                    }
                }
            }
        }
        return turns;
    }

    /// With the assignment of found to true voices that is best.
    static Score score(List<Turn> reference, List<Turn> found) {
        int truth = 1 + reference.stream().mapToInt(Turn::speaker).max().orElse(-1);
        int heard = 1 + found.stream().mapToInt(Turn::speaker).max().orElse(-1);
        long end = 0;
        for (var turn : reference) {
            end = Math.max(end, turn.endMs() + COLLAR);
        }
        for (var turn : found) {
            end = Math.max(end, turn.endMs());
        }
        var together = new long[truth][heard];
        long speech = 0;
        long missed = 0;
        long falseAlarm = 0;
        long both = 0;
        for (long at = STEP / 2; at < end; at += STEP) {
            if (nearBorder(reference, at)) {
                continue;
            }
            var true_ = at(reference, at);
            var found_ = at(found, at);
            speech += STEP * true_.size();
            missed += STEP * Math.max(0, true_.size() - found_.size());
            falseAlarm += STEP * Math.max(0, found_.size() - true_.size());
            both += STEP * Math.min(true_.size(), found_.size());
            for (int t : true_) {
                for (int f : found_) {
                    together[t][f] += STEP;
                }
            }
        }
        long right = best(together, 0, new boolean[heard]);
        return new Score(speech, missed, falseAlarm, both - right, truth, heard);
    }

    private static long best(long[][] together, int voice, boolean[] taken) {
        if (voice == together.length) {
            return 0;
        }
        long best = best(together, voice + 1, taken);
        for (int f = 0; f < taken.length; f++) {
            if (!taken[f]) {
                taken[f] = true;
                best = Math.max(best, together[voice][f] + best(together, voice + 1, taken));
                taken[f] = false;
            }
        }
        return best;
    }

    private static boolean nearBorder(List<Turn> reference, long at) {
        return reference.stream()
                .anyMatch(turn ->
                        Math.abs(turn.startMs() - at) < COLLAR
                                || Math.abs(turn.endMs() - at) < COLLAR);
    }

    private static List<Integer> at(List<Turn> turns, long at) {
        return turns.stream()
                .filter(turn -> turn.startMs() <= at && at < turn.endMs())
                .map(Turn::speaker)
                .distinct()
                .toList();
    }
}
