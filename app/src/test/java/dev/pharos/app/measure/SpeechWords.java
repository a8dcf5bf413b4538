package dev.pharos.app.measure;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pharos.app.speech.Clip;
import dev.pharos.app.speech.Likeness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Word error rate and how far off the words begin, on synthesized clips whose words are known.
final class SpeechWords implements Measurement {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String title() {
        return "9. Words and their times on known clips";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        var folder = bench.clips();
        if (folder.isEmpty()) {
            return List.of(Figure.of("not measured", "needs ../shared/speech beside the checkout"));
        }
        var clips = Clip.in(folder.get());
        var line =
                new ArrayList<>(
                        List.of(
                                "transcribe",
                                "--json",
                                "--model",
                                SpeechSpeed.DEMO,
                                "--language",
                                "en"));
        clips.forEach(clip -> line.add(folder.get().resolve(clip.name() + ".wav").toString()));
        var pharos = new Launcher(bench);
        pharos.builder(line.toArray(String[]::new)).start().waitFor();
        var transcripts = pharos.printed().lines().filter(each -> each.startsWith("{")).toList();
        if (transcripts.size() != clips.size()) {
            throw new IllegalStateException("not all were transcribed, see pharos.log");
        }
        Map<String, List<Likeness>> byKind = new LinkedHashMap<>();
        for (int i = 0; i < clips.size(); i++) {
            var heard = Likeness.heard(JSON.readTree(transcripts.get(i)));
            var kind = clips.get(i).name().replaceFirst("-\\d+$", "");
            var likeness = Likeness.of(clips.get(i).words(), heard);
            byKind.computeIfAbsent(kind, _ -> new ArrayList<>()).add(likeness);
        }
        var figures = new ArrayList<Figure>();
        byKind.forEach((kind, each) -> figures.add(figure(kind, sum(each))));
        var all = sum(byKind.values().stream().flatMap(List::stream).toList());
        figures.add(figure("all", all));
        return figures;
    }

    private static Likeness sum(List<Likeness> each) {
        return new Likeness(
                each.stream().mapToInt(Likeness::truth).sum(),
                each.stream().mapToInt(Likeness::errors).sum(),
                each.stream().flatMap(one -> one.startErrorsMs().stream()).toList());
    }

    private static Figure figure(String kind, Likeness likeness) {
        return Figure.of(
                kind + ": words, word error rate, median error of a word's start in ms",
                "%d, %.3f, %d",
                likeness.truth(),
                likeness.wordErrorRate(),
                likeness.medianStartErrorMs());
    }
}
