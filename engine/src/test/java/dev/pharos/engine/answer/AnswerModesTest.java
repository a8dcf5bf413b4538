package dev.pharos.engine.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.answer.AnswerSentence.Cell;
import dev.pharos.engine.answer.AnswerSentence.Doubt.Reason;
import dev.pharos.engine.document.PlainText;
import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.library.ImportListener;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Library.Access;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

final class AnswerModesTest {
    private static final String PHAROS =
            "The Pharos was a tower on an island near Alexandria. The Pharos tower was about one hundred"
                    + " metres high. Fire on the Pharos tower was seen by sailors from far away.";
    private static final String COLOSSUS =
            "The Colossus was a statue on the island of Rhodes. The Colossus statue was about thirty"
                    + " metres high. Bronze for the Colossus statue came from weapons.";

    @TempDir Path temp;
    private @Nullable LanguageModel model;
    private Library library;

    @BeforeEach
    void open() throws Exception {
        library =
                Library.open(
                        temp.resolve("library"),
                        Access.WRITE,
                        new Abilities(
                                new PlainText(),
                                FixedEmbedders.of(new HashingEmbedder()),
                                () -> Optional.ofNullable(model)));
        library.importer()
                .importAll(
                        List.of(
                                Files.writeString(temp.resolve("Pharos.txt"), PHAROS),
                                Files.writeString(temp.resolve("Colossus.txt"), COLOSSUS)),
                        ImportListener.NONE,
                        Progress.NONE);
        library.meaning().await(Progress.NONE);
    }

    @AfterEach
    void close() {
        library.close();
    }

    private Answer ask(AnswerMode mode, String question) throws Exception {
        return library.answerer()
                .answer(new Asked(question, mode, null), AnswerListener.of(_ -> {}), Progress.NONE);
    }

    private void assertProvedOrMarked(Answer answer) {
        assertFalse(answer.sentences().isEmpty());
        for (var sentence : answer.sentences()) {
            assertTrue(sentence.doubt() != null || !sentence.markers().isEmpty());
            for (int marker : sentence.markers()) {
                var citation = answer.citations().get(marker - 1);
                assertEquals(marker, citation.marker());
                var text = library.sources().document(citation.source()).orElseThrow().text();
                var place = citation.place();
                assertEquals(
                        citation.quote(), text.substring(place.startOffset(), place.endOffset()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(AnswerMode.class)
    void everySentenceOfEveryModeIsProved(AnswerMode mode) throws Exception {
        var answer = ask(mode, "How high was the Pharos tower?");
        assertProvedOrMarked(answer);
        assertTrue(answer.sentences().stream().allMatch(AnswerSentence::proved));
    }

    @Test
    void twoThingsThatAreNamedAreTheRowsOfAComparison() throws Exception {
        var answer = ask(AnswerMode.COMPARE, "Compare the Pharos tower and the Colossus statue");
        assertProvedOrMarked(answer);
        var table = Objects.requireNonNull(answer.table());
        assertEquals(List.of("Pharos tower", "the Colossus statue"), table.rows());
        assertTrue(
                answer.in(0, 0).getFirst().text().contains("Pharos")
                        && answer.in(1, 0).getFirst().text().contains("Colossus"),
                answer::text);
    }

    @Test
    void anExplanationBeginsWithWhatItIs() throws Exception {
        assertEquals(
                "The Pharos was a tower on an island near Alexandria.",
                ask(AnswerMode.EXPLAIN, "What was the Pharos?").sentences().getFirst().text());
    }

    /// Writes in pieces, and ends where its reader has had enough.
    private final class Writes implements LanguageModel {
        private final List<String> pieces;

        Writes(String... pieces) {
            this.pieces = List.of(pieces);
        }

        @Override
        public String name() {
            return "writes";
        }

        @Override
        public boolean local() {
            return true;
        }

        @Override
        public String reply(List<Message> messages, Consumer<String> onText, Progress progress) {
            for (String piece : pieces) {
                if (progress.cancelled()) {
                    throw new CancellationException();
                }
                onText.accept(piece);
            }
            return String.join("", pieces);
        }

        @Override
        public void close() {}
    }

    @Test
    void theTableOfAModelIsReadAndEachCellChecked() throws Exception {
        model =
                new Writes(
                        """
                        | | Height | Owner |
                        |---|---|---|
                        | The tower | The tower was high [1] [2]. | It belonged to Rome. |
                        | The statue | The statue was 77 metres high [1][2]. | |
                        """);
        var answer = ask(AnswerMode.COMPARE, "How high were the tower and the statue?");

        assertProvedOrMarked(answer);
        assertEquals(
                new Answer.Table(List.of("The tower", "The statue"), List.of("Height", "Owner")),
                answer.table());
        var cells = answer.sentences().stream().map(AnswerSentence::cell).toList();
        assertEquals(List.of(new Cell(0, 0), new Cell(0, 1), new Cell(1, 0)), cells);
        assertTrue(answer.sentences().getFirst().proved());
        assertEquals(
                List.of(Reason.UNCITED, Reason.NOT_SAID),
                answer.sentences().stream()
                        .skip(1)
                        .map(each -> Objects.requireNonNull(each.doubt()).reason())
                        .toList());
    }

    @Test
    void whatWasWrittenWhenItsReaderStoppedItIsCheckedAndKept() throws Exception {
        model = new Writes("The Pharos tower was high [1]. ", "It was ", "never written.");
        var heard = new StringBuilder();
        var answer =
                library.answerer()
                        .answer(
                                new Asked("How high was the tower?", AnswerMode.DIRECT, null),
                                new AnswerListener() {
                                    @Override
                                    public void written(String piece) {
                                        heard.append(piece);
                                    }

                                    @Override
                                    public boolean stopped() {
                                        return !heard.isEmpty();
                                    }
                                },
                                Progress.NONE);

        assertTrue(answer.stopped());
        assertNotNull(answer.sentences().getFirst());
        assertEquals(
                List.of("The Pharos tower was high."),
                answer.sentences().stream().map(AnswerSentence::text).toList());
    }
}
