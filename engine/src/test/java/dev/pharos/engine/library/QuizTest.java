package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.answer.AnswerListener;
import dev.pharos.engine.answer.AnswerMode;
import dev.pharos.engine.answer.Citation;
import dev.pharos.engine.conversation.Inquiry;
import dev.pharos.engine.conversation.NextAction;
import dev.pharos.engine.conversation.Scope;
import dev.pharos.engine.learning.QuizMaking;
import dev.pharos.engine.making.MadeNote.Settings;
import dev.pharos.engine.note.FrontMatter;
import dev.pharos.engine.note.Note;
import dev.pharos.engine.note.NoteLinks;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

final class QuizTest extends MakingFixture {
    private static final String GAP = "\\_\\_\\_\\_\\_";

    private static final String ENGLISH =
            """
            Peat is a soil that forms where plants rot slowly under water. The first drain \
            through the Blackwater bog was dug by Martha Quill in 1846. It was two miles long. \
            The peat of the bog was carried to Limerick on flat boats. You should visit it. \
            In a dry summer the surface of the bog sinks by 14 millimetres. Why did the mill at \
            Ballina close? The mill at Ballina closed because the drain took its water away. \
            Cranes returned to the wet meadows after the society closed the drain in 1998.
            """;

    private static final String GERMAN =
            """
            Ein Moor ist ein Lebensraum, in dem sich Pflanzenreste unter Wasser ablagern. Der erste \
            Graben im Teufelsmoor wurde 1751 von Jürgen Findorff vermessen. Er war sehr lang. \
            Die Siedler verkauften den Torf auf flachen Kähnen nach Bremen. Ich finde das schön. \
            In einem trockenen Sommer sinkt die Oberfläche um 14 Millimeter. Die Kraniche kamen \
            zurück, nachdem der Verein den Graben im Jahr 1998 geschlossen hatte.
            """;

    private static final String RUSSIAN =
            """
            Торф — это горная порода, которая образуется из остатков растений под водой. Первую \
            канаву через Синявинское болото прокопал инженер Фёдор Левашов в 1846 году. Она была \
            очень длинной. Жители возили торф на плоских лодках в город Тверь. Я люблю болото. \
            За сухое лето поверхность болота опускается на 14 миллиметров. Журавли вернулись на \
            мокрые луга, когда общество закрыло канаву 3 марта 1998 года.
            """;

    private Source written(String name, String text) throws Exception {
        var imported = importFile(write(name, text));
        return library.sources().find(Objects.requireNonNull(imported.source())).orElseThrow();
    }

    private Note quiz(SourceId id) throws ProblemException {
        return made(id).note();
    }

    private QuizMaking.Made made(SourceId id) throws ProblemException {
        return library.talk().quizzes().of(id, Progress.NONE);
    }

    private static List<String> questions(Note quiz) {
        return quiz.markdown().lines().filter(line -> line.matches("\\d+\\. .*")).toList();
    }

    private static List<String> answers(Note quiz) {
        return quiz.markdown()
                .lines()
                .filter(line -> line.matches("> \\d+\\. .*"))
                .map(line -> line.substring(line.indexOf(". ") + 2, line.indexOf(" – [[")))
                .toList();
    }

    private void assertAsks(Note quiz, String question, String answer) {
        int at = -1;
        for (int i = 0; i < questions(quiz).size(); i++) {
            at = questions(quiz).get(i).endsWith(". " + question) ? i : at;
        }
        assertTrue(at >= 0, quiz::markdown);
        assertEquals(answer, answers(quiz).get(at), quiz::markdown);
    }

    @Test
    void statementsAreAskedForByWhatTheyTell() throws Exception {
        var quiz = quiz(written("bog.txt", ENGLISH).id());
        assertAsks(quiz, "What is peat?", "a soil that forms where plants rot slowly under water");
        assertAsks(
                quiz,
                "Why did the mill at Ballina close?",
                "The mill at Ballina closed because the drain took its water away.");
        assertAsks(
                quiz,
                "In a dry summer the surface of the bog sinks by " + GAP + " millimetres.",
                "14");
        assertFalse(quiz.markdown().contains("two miles"), quiz::markdown);
        assertFalse(quiz.markdown().contains("You should"), quiz::markdown);
    }

    @Test
    void inGermanToo() throws Exception {
        var quiz = quiz(written("moor.txt", GERMAN).id());
        assertAsks(
                quiz,
                "Was ist ein Moor?",
                "ein Lebensraum, in dem sich Pflanzenreste unter Wasser ablagern");
        assertAsks(
                quiz,
                "In einem trockenen Sommer sinkt die Oberfläche um " + GAP + " Millimeter.",
                "14");
        assertTrue(quiz.markdown().contains("Antworten"), quiz::markdown);
        assertFalse(quiz.markdown().contains("Er war"), quiz::markdown);
    }

    @Test
    void inRussianToo() throws Exception {
        var quiz = quiz(written("boloto.txt", RUSSIAN).id());
        assertAsks(
                quiz,
                "Что такое торф?",
                "горная порода, которая образуется из остатков растений под водой");
        assertAsks(
                quiz,
                "За сухое лето поверхность болота опускается на " + GAP + " миллиметров.",
                "14");
        assertTrue(quiz.markdown().contains("Ответы"), quiz::markdown);
        assertFalse(quiz.markdown().contains("Она была"), quiz::markdown);
    }

    @Test
    void aQuizThatIsThereWordForWordIsNotMadeTwice() throws Exception {
        var source = written("bog.txt", ENGLISH);
        var first = made(source.id());
        var again = made(source.id());
        assertEquals(List.of(false, true), List.of(first.earlier(), again.earlier()));
        assertEquals(first.note(), again.note());

        String own = first.note().markdown() + "\nMine.\n";
        library.notes().save(first.note().id(), first.note().revision(), own);
        var beside = made(source.id());
        assertFalse(beside.earlier(), "its owner has written in it");
        assertEquals(own, library.notes().find(first.note().id()).orElseThrow().markdown());

        library.trash().put(List.of(beside.note().id()));
        assertFalse(made(source.id()).earlier(), "what was thrown away is not there");
    }

    @Test
    void noQuestionTellsTheAnswerOfAnother() throws Exception {
        for (String text : List.of(ENGLISH, GERMAN, RUSSIAN)) {
            var quiz = quiz(written("some" + text.hashCode() + ".txt", text).id());
            var asked = questions(quiz);
            var answers = answers(quiz);
            for (int i = 0; i < asked.size(); i++) {
                for (int j = 0; j < asked.size(); j++) {
                    assertFalse(asked.get(j).contains(answers.get(i)), quiz::markdown);
                }
            }
        }
    }

    @Test
    void everyAnswerLeadsToItsPlaceAndTheQuizProvesNothing() throws Exception {
        var source = written("bog.txt", ENGLISH);
        var quiz = quiz(source.id());
        var front = FrontMatter.of(quiz.markdown()).properties();
        assertEquals("Quiz: bog", quiz.title());
        assertEquals("made", front.get("pharos"));
        assertTrue(String.valueOf(front.get("source")).contains("bog.txt"), quiz::markdown);
        assertEquals(
                answers(quiz).stream().map(_ -> Optional.of(source)).toList(),
                library.notes().links().in(quiz.id(), quiz.markdown()).stream()
                        .skip(1)
                        .map(NoteLinks.Outgoing::to)
                        .toList());
        assertThrows(ProblemException.class, () -> quiz(quiz.id()), "a quiz of a quiz");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The drain through the Blackwater bog was dug by Martha Quill in 1846.",
                "When was the drain dug? Who dug the drain in 1846? Where does the water go?",
                "Hm. Yes. No.",
                "Milk, eggs, 12 rolls, bread, a newspaper"
            })
    void whatSaysTooLittleIsToldAsThat(String text) throws Exception {
        var source = written("little.txt", text);
        var problem = assertThrows(ProblemException.class, () -> quiz(source.id())).problem();
        assertInstanceOf(Problem.NothingToAsk.class, problem);
    }

    @Test
    void aLongSourceGivesTwelveQuestionsFromAllOfIt() throws Exception {
        String text =
                IntStream.range(0, 10_000)
                        .mapToObj(i ->
                                "The lighthouse of island number "
                                        + "abcdefghij".charAt(i % 10)
                                        + i
                                        + "a burns "
                                        + (i + 300)
                                        + " litres of whale oil every winter.")
                        .collect(Collectors.joining(" "));
        assertEquals(12, questions(quiz(written("long.txt", text).id())).size());
    }

    @Test
    void signsOfMarkdownStayWords() throws Exception {
        var source =
                written(
                        "odd.txt",
                        """
                        The *old* mill of the village was bought by Anna Berg in 1901. The tag #mill \
                        was painted on the door in 1925 by the miller. The [[door]] of the mill was \
                        sold for 250 crowns to the museum.
                        """);
        var quiz = quiz(source.id());
        assertEquals(Set.of(), quiz.source().tags());
        assertEquals(3, questions(quiz).size(), quiz::markdown);
        assertTrue(quiz.markdown().contains("\\#mill"), quiz::markdown);
        assertFalse(quiz.markdown().contains("[[door]]"), quiz::markdown);
    }

    @Test
    void aMadeNoteIsAskedForInItsSource() throws Exception {
        var source = written("bog.txt", ENGLISH);
        var made = library.making().make(source.id(), Settings.DEFAULT, _ -> {}, Progress.NONE);
        var quiz = quiz(made.getFirst().note().id());
        assertTrue(questions(quiz).size() >= 3, quiz::markdown);
        assertTrue(quiz.markdown().contains("[[bog.txt#"), quiz::markdown);
    }

    @Test
    void whatComesOfOneSourceIsNoNewsToItsNotes() throws Exception {
        var bog = written("bog.txt", ENGLISH);
        var fen = written("fen.txt", ENGLISH.replace("Blackwater", "Whitewater") + "It is a fen.");
        var note = make(bog.id()).note();
        var sibling = make(bog.id(), "memo").note().id();
        var quiz = quiz(bog.id()).id();
        var ofNote = quiz(note.id()).id();
        quiz(fen.id());

        var again = note(make(note.id()));
        var named =
                library.notes().links().in(again.id(), again.markdown()).stream()
                        .flatMap(link -> link.to().stream().map(Source::id))
                        .collect(Collectors.toSet());
        assertEquals(Set.of(bog.id(), fen.id()), named, again::markdown);

        library.meaning().await(Progress.NONE);
        var kin = Stream.of(bog.id(), note.id(), sibling, quiz, ofNote).toList();
        for (var each : kin) {
            var others =
                    library.relationships().find(each, Progress.NONE).stream()
                            .map(found -> found.other(each))
                            .toList();
            assertEquals(1, others.size(), kin.indexOf(each) + " the fen or its quiz: " + others);
            assertFalse(kin.contains(others.getFirst()), others::toString);
        }
    }

    @Test
    void anAnswerThatCitesThreeStatementsOffersAQuizOfThem() throws Exception {
        importFile(write("bog.txt", ENGLISH));
        var answer =
                library.talk()
                        .interlocutor()
                        .ask(
                                Inquiry.first(
                                        "bog drain peat", AnswerMode.SUMMARISE, Scope.ALL, true),
                                AnswerListener.of(_ -> {}),
                                Progress.NONE)
                        .answer();
        boolean several = answer.citations().stream().map(Citation::place).distinct().count() >= 3;
        assertEquals(
                several,
                library.talk().next().after(answer).stream()
                        .anyMatch(NextAction.MakeQuiz.class::isInstance));
        assertTrue(several);
        var quiz =
                library.talk().quizzes().of("The bog?", answer.citations(), Progress.NONE).note();
        assertEquals("Quiz: The bog?", quiz.title());
        assertTrue(questions(quiz).size() >= 3, quiz::markdown);
    }

    @Test
    void anAnswerWhoseSourcesAreGoneHasNothingToAsk() {
        var problem =
                assertThrows(
                                ProblemException.class,
                                () -> library.talk().quizzes().of("x", List.of(), Progress.NONE))
                        .problem();
        assertEquals(new Problem.NothingToAsk(), problem);
    }
}
