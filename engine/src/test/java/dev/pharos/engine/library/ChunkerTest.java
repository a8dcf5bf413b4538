package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.document.PlainText;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;

/// The tests' embedder counts a word as one token.
final class ChunkerTest {
    private final HashingEmbedder embedder = new HashingEmbedder();

    private List<Sources.Chunk> chunks(String text, Chunker.Size size) throws Exception {
        return new Chunker(embedder, size).chunks(PlainText.document("title", text), Progress.NONE);
    }

    private List<String> texts(String text, Chunker.Size size) throws Exception {
        return chunks(text, size).stream().map(Sources.Chunk::text).toList();
    }

    @Test
    void passagesAreWholeSentencesWithTheLastOneRepeated() throws Exception {
        assertEquals(
                List.of("One two three. Four five six.", "Four five six. Seven eight nine. Ten."),
                texts(
                        "One two three. Four five six. Seven eight nine. Ten.",
                        new Chunker.Size(6, 3, 1)));
    }

    @Test
    void anAbbreviationEndsNoSentence() throws Exception {
        assertEquals(
                List.of("We met Dr. Smith at noon.", "He was late."),
                texts("We met Dr. Smith at noon. He was late.", new Chunker.Size(6, 0, 1)));
    }

    @Test
    void aPassageNeverLiesOnTwoPages() throws Exception {
        var chunks = chunks("One two.\fThree four.\fFive six.", new Chunker.Size(100, 50, 50));

        assertEquals(List.of(1, 2, 3), chunks.stream().map(c -> c.place().page()).toList());
    }

    @Test
    void aPassageKnowsItsHeadingAndParagraph() throws Exception {
        var chunks =
                chunks(
                        "# Light\n\nOne two three.\n\n# Dark\n\nFour five six.",
                        new Chunker.Size(4, 0, 3));

        assertEquals(
                List.of(
                        new Place(null, "Light", 1, null, null, 2, 23),
                        new Place(null, "Dark", 2, null, null, 27, 47)),
                List.of(chunks.getFirst().place(), chunks.getLast().place()));
    }

    @Test
    void aShortRestIsReadWithWhatIsBeforeIt() throws Exception {
        assertEquals(
                List.of("One two three four five. Six."),
                texts("One two three four five. Six.", new Chunker.Size(5, 0, 3)));
    }

    @Test
    void anEndlessSentenceIsCutAtWhiteSpace() throws Exception {
        var texts = texts("word ".repeat(1000) + "end", new Chunker.Size(100, 0, 10));

        assertTrue(texts.stream().allMatch(text -> text.split(" ").length <= 110), texts::toString);
        assertEquals(1001, texts.stream().mapToInt(text -> text.split(" ").length).sum());
    }

    @Test
    void aShortTextIsOnePassage() throws Exception {
        assertEquals(
                List.of("One two three. Four five six."),
                texts("One two three. Four five six.", new Chunker.Size(200, 40, 60)));
    }

    @Test
    void aMegabyteWithoutAnySpaceIsStillCutIntoPassages() throws Exception {
        var texts = texts("QUJD".repeat(250_000), new Chunker.Size(200, 40, 60));

        assertTrue(
                texts.stream().allMatch(text -> text.length() <= 3_200), "a passage is too long");
        assertEquals(1_000_000, texts.stream().mapToInt(String::length).sum());
    }

    @Test
    void everyPassageIsExactlyTheTextBetweenItsOffsetsAndNothingIsLost() throws Exception {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            var text = new StringBuilder();
            for (int i = 0; i < 200; i++) {
                text.append(
                        List.of("word", "слово", "🗼", "文字", "U.S.", "3.14")
                                .get(random.nextInt(6)));
                text.append(
                        List.of(" ", " ", " ", ". ", "! ", "\n\n", "\f", "\n\n# ")
                                .get(random.nextInt(8)));
            }
            var document = PlainText.document("title", text.toString());
            int end = 0;
            for (var chunk :
                    new Chunker(embedder, new Chunker.Size(20, 5, 6))
                            .chunks(document, Progress.NONE)) {
                var place = chunk.place();
                assertEquals(
                        document.text().substring(place.startOffset(), place.endOffset()),
                        chunk.text(),
                        "seed " + seed);
                if (place.startOffset() > end) {
                    String between = document.text().substring(end, place.startOffset());
                    assertTrue(
                            between.replace("#", "").isBlank(),
                            "seed " + seed + " lost: " + between);
                }
                end = Math.max(end, place.endOffset());
            }
        }
    }
}
