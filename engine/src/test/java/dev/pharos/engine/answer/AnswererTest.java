package dev.pharos.engine.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.answer.AnswerSentence.Doubt;
import dev.pharos.engine.answer.AnswerSentence.Doubt.Reason;
import dev.pharos.engine.document.PlainText;
import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.library.ImportListener;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Library.Access;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

final class AnswererTest {
    private static final String TEXT =
            """
            # The tower

            The tower of Pharos was about one hundred metres high. It was built of pale stone. Sailors saw \
            its fire from far away.\fThe architect of the tower was Sostratus of Knidos. An earthquake in \
            1303 damaged the tower badly.
            """;

    @TempDir Path temp;
    private final List<List<LanguageModel.Message>> sent = new ArrayList<>();
    private Optional<String> reply = Optional.empty();
    private int contextTokens;

    /// How many tokens the model's server takes, whatever it is said to read.
    private int accepted = Integer.MAX_VALUE;

    private Library library;

    @BeforeEach
    void open() throws Exception {
        Files.writeString(temp.resolve("tower.txt"), TEXT);
        library =
                Library.open(
                        temp.resolve("library"),
                        Access.WRITE,
                        new Abilities(
                                new PlainText(),
                                FixedEmbedders.of(new HashingEmbedder()),
                                () -> reply.map(Scripted::new)));
        library.importer()
                .importAll(List.of(temp.resolve("tower.txt")), ImportListener.NONE, Progress.NONE);
        library.meaning().await(Progress.NONE);
    }

    @AfterEach
    void close() {
        library.close();
    }

    /// Says what it was told to say, to what it can read.
    private final class Scripted implements LanguageModel {
        private final String text;

        Scripted(String text) {
            this.text = text;
        }

        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public boolean local() {
            return false;
        }

        @Override
        public int contextTokens() {
            return contextTokens;
        }

        @Override
        public String reply(List<Message> messages, Consumer<String> onText, Progress progress)
                throws ProblemException {
            sent.add(messages);
            int tokens = messages.stream().mapToInt(each -> TokenEstimate.of(each.text())).sum();
            if (tokens > accepted) {
                throw new ProblemException(
                        new Problem.ContextTooSmall("scripted", tokens, accepted));
            }
            onText.accept(text);
            return text;
        }

        @Override
        public void close() {}
    }

    private Answer ask(String question) throws Exception {
        var heard = new StringBuilder();
        return library.answerer().answer(question, heard::append, Progress.NONE);
    }

    /// Each citation as `page:quote`, after checking that the quote stands where it says.
    private List<String> proofs(Answer answer) {
        var document =
                library.sources().document(library.sources().all().getFirst().id()).orElseThrow();
        return answer.citations().stream()
                .map(citation -> {
                    var place = citation.place();
                    assertEquals(
                            citation.quote(),
                            document.text().substring(place.startOffset(), place.endOffset()));
                    return place.page() + ":" + citation.quote();
                })
                .toList();
    }

    @Test
    void theSentenceThatAnswersIsCitedWithItsPage() throws Exception {
        var answer = ask("Who was the architect of the tower?");

        assertTrue(answer.supported());
        assertEquals(
                "2:The architect of the tower was Sostratus of Knidos.", proofs(answer).getFirst());
        assertTrue(
                answer.text()
                        .startsWith("The architect of the tower was Sostratus of Knidos. [1]"));
        assertEquals(
                List.of(Answer.BUILT_IN, true),
                List.of(answer.origin().model(), answer.origin().local()));
    }

    @Test
    void aSentenceThatDeniesWhatIsAskedAnswersIt() throws Exception {
        Files.writeString(temp.resolve("pool.txt"), "The pool does not have a diving board.");
        library.importer()
                .importAll(List.of(temp.resolve("pool.txt")), ImportListener.NONE, Progress.NONE);
        library.meaning().await(Progress.NONE);

        assertEquals(
                "The pool does not have a diving board. [1]",
                ask("Does the pool have a diving board?").text());
    }

    @Test
    void aQuestionThatTheLibraryDoesNotAnswerIsRefused() throws Exception {
        var answer = ask("Which vitamins does broccoli contain?");

        assertEquals(
                List.of(false, "", List.of()),
                List.of(answer.supported(), answer.text(), answer.citations()));
    }

    @Test
    void quotesInAQuestionDoNotHideTheAnswer() throws Exception {
        assertTrue(ask("Who was the \"architect of this tower\"?").supported());
    }

    @Test
    void aModelsSentenceIsProvedByTheNearestSentenceOfThePassageItNames() throws Exception {
        int number = numberOfPassageWith("Sostratus");
        reply =
                Optional.of(
                        "The architect was Sostratus. ["
                                + number
                                + "] An earthquake damaged it. ["
                                + number
                                + "]");

        var answer = ask("Who was the architect of the tower?");

        assertEquals(
                "The architect was Sostratus. [1] An earthquake damaged it. [2]", answer.text());
        assertEquals(
                List.of(
                        "2:The architect of the tower was Sostratus of Knidos.",
                        "2:An earthquake in 1303 damaged the tower badly."),
                proofs(answer));
        assertEquals(
                List.of("scripted", false),
                List.of(answer.origin().model(), answer.origin().local()));
    }

    private int numberOfPassageWith(String word) throws Exception {
        reply = Optional.of("NOT IN THE LIBRARY");
        ask("Who was the architect of the tower?");
        String prompt = sent.getFirst().getLast().text();
        String before = prompt.substring(0, prompt.indexOf(word));
        return Integer.parseInt(
                before.substring(
                                before.lastIndexOf("\n[") + 2,
                                before.indexOf("]", before.lastIndexOf("\n[")))
                        .strip());
    }

    @Test
    void whatAModelSaysWithoutProofStaysAndIsMarked() throws Exception {
        reply = Optional.of("The moon is made of cheese. The tower was high [1]. It sank [77].");

        var answer = ask("How high was the tower?");

        assertEquals(
                "The moon is made of cheese. [?] The tower was high. [1] It sank. [?]",
                answer.text());
        assertEquals(
                Arrays.asList(Reason.UNCITED, null, Reason.UNCITED),
                answer.sentences().stream().map(AnswererTest::reason).toList());
    }

    private static @Nullable Reason reason(AnswerSentence sentence) {
        return sentence.doubt() == null ? null : sentence.doubt().reason();
    }

    @Test
    void aNumberThatThePassageDoesNotHaveIsNotProved() throws Exception {
        int number = numberOfPassageWith("Sostratus");
        reply =
                Optional.of(
                        "An earthquake damaged the tower in 1755 [%1$d]. It damaged the tower in 1303 [%1$d]."
                                .formatted(number));

        var answer = ask("Who was the architect of the tower?");
        assertEquals(
                "An earthquake damaged the tower in 1755. [1] [?] It damaged the tower in 1303. [1]",
                answer.text());
        assertEquals(
                new Doubt(Reason.NOT_SAID, List.of("1755")), answer.sentences().getFirst().doubt());
    }

    @Test
    void whatAPassageDoesNotSayIsMarkedThoughItIsNamed() throws Exception {
        reply = Optional.of("Broccoli contains vitamins aplenty [1]. The tower was high [1].");

        var answer = ask("How high was the tower?");
        assertEquals(
                "Broccoli contains vitamins aplenty. [?] The tower was high. [1]", answer.text());
        assertEquals(Reason.FAR, reason(answer.sentences().getFirst()));
    }

    @Test
    void whatAModelThinksIsNoPartOfItsAnswer() throws Exception {
        reply =
                Optional.of(
                        "<think>Perhaps [1]. NOT IN THE LIBRARY?</think>The tower was high [1].");
        var heard = new StringBuilder();

        var answer =
                library.answerer().answer("How high was the tower?", heard::append, Progress.NONE);

        assertEquals("The tower was high. [1]", answer.text());
        assertEquals("The tower was high [1].", heard.toString());
    }

    @Test
    void aModelThatProvesNothingIsARefusal() throws Exception {
        reply = Optional.of("I am sure that the tower was high.");
        assertEquals(false, ask("How high was the tower?").supported());

        reply = Optional.of("NOT IN THE LIBRARY");
        assertEquals(false, ask("How high was the tower?").supported());
    }

    /// The tokens of the question with its best `passages`.
    private int tokens(int passages) throws Exception {
        reply = Optional.of("The tower was high [1].");
        contextTokens = 0;
        ask("How high was the tower?");
        var prompt = sent.getLast();
        String all = prompt.getLast().text();
        int end = all.indexOf("[" + (passages + 1) + "]");
        String part =
                end < 0 ? all : all.substring(0, end) + all.substring(all.indexOf("Question:"));
        return TokenEstimate.of(prompt.getFirst().text()) + TokenEstimate.of(part);
    }

    @Test
    void whatDoesNotFitIsLeftOutByWholePassagesAndSaidSo() throws Exception {
        int one = tokens(1);
        int two = tokens(2);
        contextTokens = (one + two) / 2 * 4 / 3 + 20;

        var answer = ask("How high was the tower?");

        assertEquals(
                List.of(1, 2),
                List.of(answer.origin().passagesUsed(), answer.origin().passagesMeant()));
        String prompt = sent.getLast().getLast().text();
        assertTrue(prompt.startsWith("[1] "), prompt);
        assertTrue(!prompt.contains("[2] "), prompt);
    }

    @Test
    void allThatFitsIsRead() throws Exception {
        reply = Optional.of("The tower was high [1].");
        var answer = ask("How high was the tower?");
        assertEquals(
                List.of(2, 2),
                List.of(answer.origin().passagesUsed(), answer.origin().passagesMeant()));
    }

    @Test
    void whatTheServerFindsTooMuchIsLeftOutToo() throws Exception {
        accepted = tokens(1);

        var answer = ask("How high was the tower?");

        assertEquals(
                List.of(1, 2),
                List.of(answer.origin().passagesUsed(), answer.origin().passagesMeant()));
        assertTrue(answer.supported());
    }

    @Test
    void aModelThatCannotReadEvenOnePassageIsAProblemAndAskedNothing() throws Exception {
        reply = Optional.of("The tower was high [1].");
        contextTokens = 100;
        var thrown = assertThrows(ProblemException.class, () -> ask("How high was the tower?"));
        var problem = (Problem.ContextTooSmall) thrown.problem();
        assertTrue(problem.needed() > problem.limit() && problem.limit() == 100, problem::toString);
        assertEquals(List.of(), sent);
    }

    @Test
    void whatSomethingCostsIsAnsweredByFigures() throws Exception {
        Files.writeString(
                temp.resolve("tram.txt"),
                """
                The tram of Lindholm. The line is 7 kilometres long. Building it would cost about \
                212 million euros, of which the state pays 60 percent. Running it costs 5 million \
                euros a year. The bridge over the river cannot carry a tram. A new bridge is part \
                of the price.
                """);
        library.importer()
                .importAll(List.of(temp.resolve("tram.txt")), ImportListener.NONE, Progress.NONE);
        library.meaning().await(Progress.NONE);
        var first = ask("What does the tram of Lindholm cost?").sentences().subList(0, 2);
        assertTrue(first.stream().allMatch(each -> each.text().contains("million")), "" + first);
    }
}
