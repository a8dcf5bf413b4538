package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.SpeechScript;
import dev.pharos.engine.transcription.TranscriptEdit;
import dev.pharos.engine.transcription.Transcripts.Origin;
import dev.pharos.engine.transcription.Word;
import dev.pharos.engine.work.Job;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How what was said is found, and where it leads.
final class SpokenSearchTest extends RecordingsFixture {
    @Test
    void whatWasSaidIsFoundWithItsTime() throws Exception {
        var script = new SpeechScript().silence(50_000).say("The ferry leaves at noon.");
        script.silence(8_000).say("Bring warm bread.");
        imported(script);

        work();

        assertEquals(List.of(Job.State.DONE), states());
        assertEquals(List.of("talk 60000-61100"), found("kind:recording bread"));
        assertEquals(List.of(), found("kind:note bread"));
        assertEquals("en", library.sources().all().getFirst().language());
    }

    /// Three minutes in one passage.
    private SpeechScript slowTalk() {
        var script = new SpeechScript();
        for (String sentence :
                List.of(
                        "The ferry to the island leaves at noon.",
                        "Where were you then?",
                        "The baker of the island sells bread.",
                        "Warm bread needs salt.",
                        "The keeper trims the lamps of the island.")) {
            script.silence(36_000).say(sentence);
        }
        return script;
    }

    private List<String> places(Query query) throws ProblemException {
        return library.searcher().search(query).hits().stream()
                .map(hit ->
                        Stream.of(hit.passage().place(), hit.place())
                                .map(place -> place.startMs() + "-" + place.endMs())
                                .collect(Collectors.joining(" ")))
                .toList();
    }

    @Test
    void aHitLeadsToTheSentenceWithMostOfItsWords() throws Exception {
        imported(slowTalk());
        work();

        assertEquals(
                List.of("36000-192300 112800-115500"),
                places(new Query("bread of the island", Query.Mode.KEYWORD, 10)));
    }

    @Test
    void aHitWithoutOneOfTheWordsLeadsToTheSentenceThatMeansMost() throws Exception {
        imported(slowTalk());
        work();

        assertEquals(
                List.of("36000-192300 75200-76700"),
                places(new Query("where were you", Query.Mode.MEANING, 10)));
    }

    @Test
    void aCitationPlaysFromItsSentence() throws Exception {
        var script = new SpeechScript().say("The ferry to the island leaves at noon.");
        script.silence(8_000).say("The baker sells warm bread in the harbour.");
        var id = imported(script);
        work();

        var answer = library.answerer().answer("What does the baker sell?", _ -> {}, Progress.NONE);

        var citation = answer.citations().getFirst();
        assertEquals("The baker sells warm bread in the harbour.", citation.quote());
        assertEquals(id, citation.source());
        assertEquals(
                Arrays.asList(script.words().get(8).startMs(), script.words().getLast().endMs()),
                Arrays.asList(citation.place().startMs(), citation.place().endMs()));
    }

    @Test
    void anEditIsFoundAtOnceAndTheFirstVersionStays() throws Exception {
        var id = imported(new SpeechScript().say("The zeppelin leaves at noon."));
        work();
        var first = library.transcripts().find(id).orElseThrow();
        var edited =
                first.with(
                        List.of(
                                new Segment(
                                        0,
                                        700,
                                        "Anna",
                                        "The ferry.",
                                        List.of(
                                                new Word("The", 0, 300, 1),
                                                new Word("ferry.", 400, 700, 1)))));

        library.recordings().save(library.sources().find(id).orElseThrow(), edited, Origin.EDITED);

        assertEquals(List.of(), found("zeppelin"));
        assertEquals(List.of("talk 0-700"), found("anna ferry"));
        assertEquals(first, library.transcripts().find(id, 1).orElseThrow());
        library.meaning().await(Progress.NONE);
        assertEquals(1, library.check(Progress.NONE).vectors());
        reopen();
        assertEquals(List.of("talk 0-700"), found("ferry"));
    }

    @Test
    void anEditIndexesOnlyThePassagesThatItChanged() throws Exception {
        var id = imported(new SpeechScript().ramble(1_200, new Random(7)));
        work();
        var before = library.passages().of(id);
        var heard = library.transcripts().find(id).orElseThrow();
        int last = heard.segments().size() - 1;

        library.recordings()
                .save(
                        library.sources().find(id).orElseThrow(),
                        TranscriptEdit.text(heard, last, "A zeppelin."),
                        Origin.EDITED);

        var after = library.passages().of(id);
        assertTrue(before.size() > 3, "passages: " + before.size());
        assertEquals(before.subList(0, before.size() - 2), after.subList(0, before.size() - 2));
        assertEquals(1, found("zeppelin").size());
        library.meaning().await(Progress.NONE);
        var check = library.check(Progress.NONE);
        assertEquals(
                List.of(after.size(), after.size()), List.of(check.indexed(), check.vectors()));
    }
}
