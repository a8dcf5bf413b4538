package dev.pharos.app.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pharos.engine.document.Block;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.library.SpokenText;
import dev.pharos.engine.summary.Material;
import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.Word;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// A meeting of QMSum (Zhong et al. 2021) with what people wrote of it.
///
/// @param turns in their order; what is no word is left out of them, and some are empty
/// @param summary of the whole
/// @param topics what they are called, with their turns
/// @param questions with their answers and the turns that answer them
record Meeting(List<Turn> turns, String summary, List<Part> topics, List<Question> questions) {
    private static final long WORD_MS = 400;

    /// What one person says until the next one speaks.
    record Turn(String speaker, String text) {}

    /// A topic with its turns.
    record Part(String name, BitSet turns) {}

    /// A question, and the spans of turns that answer it.
    record Question(String text, String answer, List<BitSet> spans) {
        BitSet turns() {
            var all = new BitSet();
            spans.forEach(all::or);
            return all;
        }
    }

    static List<Meeting> all(Path file) throws IOException {
        var json = new ObjectMapper();
        var meetings = new ArrayList<Meeting>();
        for (String line : Files.readAllLines(file)) {
            meetings.add(of(json.readTree(line)));
        }
        return meetings;
    }

    private static Meeting of(JsonNode node) {
        var turns = new ArrayList<Turn>();
        for (var turn : node.path("meeting_transcripts")) {
            var speaker = turn.path("speaker").asText().replaceAll("\\s*\\(.*", "");
            turns.add(new Turn(speaker, plain(turn.path("content").asText())));
        }
        var topics = new ArrayList<Part>();
        for (var topic : node.path("topic_list")) {
            var all = new BitSet();
            spans(topic).forEach(all::or);
            topics.add(new Part(topic.path("topic").asText(), all));
        }
        var questions = new ArrayList<Question>();
        for (var each : node.path("specific_query_list")) {
            questions.add(
                    new Question(
                            each.path("query").asText(),
                            each.path("answer").asText(),
                            spans(each)));
        }
        var summary = node.path("general_query_list").path(0).path("answer").asText();
        return new Meeting(turns, summary, topics, questions);
    }

    private static List<BitSet> spans(JsonNode node) {
        var spans = new ArrayList<BitSet>();
        for (var span : node.path("relevant_text_span")) {
            var turns = new BitSet();
            turns.set(span.get(0).asInt(), span.get(1).asInt() + 1);
            spans.add(turns);
        }
        return spans;
    }

    /// Without marks of noises, and with signs and endings where they are written.
    private static String plain(String content) {
        return content.replaceAll("\\{[a-z]+\\}", " ")
                .replaceAll("\\s+(?=[,.?!;:%])", "")
                .replaceAll("\\s+(?=(?:'(?:s|ll|re|ve|d|m|t)|n't)\\b)", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    BitSet everything() {
        var all = new BitSet();
        all.set(0, turns.size());
        return all;
    }

    /// As if it had been recorded and transcribed, at 150 words a minute.
    Transcript transcript(BitSet wanted) {
        var segments = new ArrayList<Segment>();
        long at = 0;
        for (int i : wanted.stream().filter(i -> i < turns.size()).toArray()) {
            var words = new ArrayList<Word>();
            long start = at;
            for (String word : turns.get(i).text().split(" ")) {
                words.add(new Word(word, at, at + WORD_MS, 1));
                at += WORD_MS;
            }
            if (!turns.get(i).text().isEmpty()) {
                var turn = turns.get(i);
                segments.add(new Segment(start, at, turn.speaker(), turn.text(), words));
            }
        }
        return new Transcript("en", at, "", "", segments, true);
    }

    Material material(BitSet wanted) {
        var transcript = transcript(wanted);
        String text = SpokenText.of(transcript).text();
        var blocks = new ArrayList<Block>();
        int at = 0;
        for (String paragraph : text.split("\n\n")) {
            blocks.add(new Block(Block.Kind.PARAGRAPH, 0, null, at, at + paragraph.length()));
            at += paragraph.length() + 2;
        }
        var document =
                new Document(
                        "audio/wav",
                        SourceKind.RECORDING,
                        "Recording",
                        List.of(),
                        null,
                        null,
                        "en",
                        text,
                        blocks,
                        List.of(),
                        Set.of(),
                        Map.of(),
                        true);
        return Material.of(document, transcript, null);
    }

    /// In which turn a moment of the whole lies.
    int turnAt(long ms) {
        long end = 0;
        for (int i = 0; i < turns.size(); i++) {
            String text = turns.get(i).text();
            end += text.isEmpty() ? 0 : WORD_MS * text.split(" ").length;
            if (ms < end) {
                return i;
            }
        }
        return turns.size() - 1;
    }

    /// Turns with which a topic begins that is not that of the turns before it. A turn in several
    /// belongs to the first, one in none to what was before it.
    BitSet cuts() {
        var cuts = new BitSet();
        int last = -1;
        for (int turn = 0; turn < turns.size(); turn++) {
            int at = turn;
            int topic =
                    IntStream.range(0, topics.size())
                            .filter(i -> topics.get(i).turns().get(at))
                            .findFirst()
                            .orElse(last);
            if (last >= 0 && topic != last) {
                cuts.set(turn);
            }
            last = topic;
        }
        return cuts;
    }

    /// All that people wrote of it.
    String written() {
        var text = new StringBuilder(summary);
        topics.forEach(topic -> text.append('\n').append(topic.name()));
        questions.forEach(
                each -> text.append('\n').append(each.text()).append('\n').append(each.answer()));
        return text.toString();
    }
}
