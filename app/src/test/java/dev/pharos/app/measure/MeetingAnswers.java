package dev.pharos.app.measure;

import dev.pharos.engine.answer.AnswerListener;
import dev.pharos.engine.answer.AnswerMode;
import dev.pharos.engine.answer.AnswerSentence;
import dev.pharos.engine.answer.Asked;
import dev.pharos.engine.answer.Citation;
import dev.pharos.engine.evaluation.Rouge;
import dev.pharos.engine.library.ImportListener;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.work.Progress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The built-in answers to questions about one meeting each, which is a text in a library.
record MeetingAnswers(Bench bench) {

    List<Figure> figures(List<Meeting> meetings) throws Exception {
        var files = bench.empty("meetings");
        for (int i = 0; i < meetings.size(); i++) {
            Files.writeString(file(files, i), text(meetings.get(i)));
        }
        Map<String, List<Rouge>> rouge = new LinkedHashMap<>();
        Map<String, List<Double>> cited = new LinkedHashMap<>();
        try (var wiring = bench.wiring();
                var library = wiring.open(bench.empty("meetings-library"), Library.Access.WRITE)) {
            library.importer().importAll(List.of(files), ImportListener.NONE, Progress.NONE);
            library.meaning().await(Progress.NONE);
            var sources = sources(library);
            for (int i = 0; i < meetings.size(); i++) {
                Bench.tell("questions of meeting " + i);
                var source = sources.get(file(files, i).getFileName().toString());
                for (var mode : List.of(AnswerMode.SUMMARISE, AnswerMode.EXPLAIN)) {
                    for (var question : meetings.get(i).questions()) {
                        var asked = new Asked(question.text(), mode, List.of(source));
                        ask(library, asked, meetings.get(i), question, rouge, cited);
                    }
                }
            }
        }
        var figures = new ArrayList<Figure>();
        rouge.forEach((of, each) -> figures.add(SummaryQuality.figure(of, each)));
        cited.forEach((of, each) -> figures.add(Figure.of(of, "%.3f", SummaryQuality.mean(each))));
        return figures;
    }

    private static Path file(Path folder, int number) {
        return folder.resolve("meeting" + number + ".txt");
    }

    private static String text(Meeting meeting) {
        var text = new StringBuilder();
        for (var turn : meeting.turns()) {
            if (!turn.text().isEmpty()) {
                text.append(turn.speaker()).append(": ").append(turn.text()).append("\n\n");
            }
        }
        return text.toString();
    }

    private static Map<String, SourceId> sources(Library library) throws IOException {
        var sources = new HashMap<String, SourceId>();
        for (var source : library.sources().all()) {
            sources.put(source.path().getFileName().toString(), source.id());
        }
        return sources;
    }

    private static void ask(
            Library library,
            Asked asked,
            Meeting meeting,
            Meeting.Question question,
            Map<String, List<Rouge>> rouge,
            Map<String, List<Double>> cited)
            throws Exception {
        var answer = library.answerer().answer(asked, AnswerListener.of(_ -> {}), Progress.NONE);
        var said = answer.sentences().stream().map(AnswerSentence::text).toList();
        var of = "questions, " + asked.mode().id();
        SummaryQuality.add(rouge, of, Rouge.of(said, SummaryQuality.sentences(question.answer())));
        var turns = turns(meeting, answer.citations());
        SummaryQuality.add(cited, of + ": answered", said.isEmpty() ? 0.0 : 1.0);
        for (var span : question.spans()) {
            SummaryQuality.add(
                    cited, of + ": spans of right turns cited", span.intersects(turns) ? 1.0 : 0);
        }
        turns.stream()
                .forEach(turn ->
                        SummaryQuality.add(
                                cited,
                                of + ": cited turns that are right",
                                question.turns().get(turn) ? 1.0 : 0));
    }

    /// A paragraph is a turn with words.
    private static BitSet turns(Meeting meeting, List<Citation> citations) {
        var spoken = new ArrayList<Integer>();
        for (int i = 0; i < meeting.turns().size(); i++) {
            if (!meeting.turns().get(i).text().isEmpty()) {
                spoken.add(i);
            }
        }
        var turns = new BitSet();
        for (var citation : citations) {
            var paragraph = citation.place().paragraph();
            if (paragraph != null && paragraph <= spoken.size()) {
                turns.set(spoken.get(paragraph - 1));
            }
        }
        return turns;
    }
}
