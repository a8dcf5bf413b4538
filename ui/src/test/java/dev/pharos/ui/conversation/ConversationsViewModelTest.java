package dev.pharos.ui.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.conversation.Scope;
import dev.pharos.engine.conversation.Turn;
import dev.pharos.engine.document.DirectExtractor;
import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.library.ImportListener;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.SourceFilter;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.conversation.ConversationViewModel.State;
import dev.pharos.ui.library.Changing;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.WindowFile;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;

/// Conversations over a real library, with a worker that the test holds.
@SuppressWarnings("NullAway.Init")
final class ConversationsViewModelTest {
    private static final String QUESTION = "Who was the architect of the tower?";

    private final Queue<Runnable> worker = new ArrayDeque<>();
    private final Queue<Runnable> waysBack = new ArrayDeque<>();
    private final Background background = new Background(worker::add, Runnable::run);
    private final Texts texts = new Texts(Locale.ENGLISH);
    @TempDir Path temp;
    private Library library;
    private ConversationsViewModel all;

    @BeforeEach
    void open() throws Exception {
        var tower = temp.resolve("tower.txt");
        Files.writeString(
                tower, "The tower\n\nThe architect of the tower was Sostratus of Knidos.\n");
        library =
                Library.open(
                        temp.resolve("library"),
                        Library.Access.WRITE,
                        new Abilities(
                                new DirectExtractor(),
                                FixedEmbedders.of(new HashingEmbedder()),
                                Abilities.Chat.NONE));
        library.importer().importAll(List.of(tower), ImportListener.NONE, Progress.NONE);
        library.meaning().await(Progress.NONE);
        all = begun();
    }

    @AfterEach
    void close() {
        library.close();
    }

    /// As after a start of the program.
    private ConversationsViewModel begun() {
        var changing =
                new Changing(
                        background,
                        (_, back) -> {
                            if (back != null) {
                                waysBack.add(back);
                            }
                        },
                        new ProblemText(texts));
        return new ConversationsViewModel(
                new ConversationsViewModel.Around(
                        library.talk(),
                        new WindowFile(
                                new SettingsFile(temp.resolve("settings.json")), temp, _ -> true),
                        changing,
                        background,
                        Runnable::run,
                        (_, _, does) -> {
                            if (does != null) {
                                waysBack.add(does);
                            }
                        }),
                texts);
    }

    private void work() {
        while (!worker.isEmpty()) {
            worker.remove().run();
        }
    }

    private ConversationViewModel talk() {
        return all.openProperty().get();
    }

    private void ask(String question) {
        talk().draftProperty().set(question);
        talk().ask();
        work();
    }

    private List<String> titles() {
        return all.shown().stream().map(each -> each.conversation().title()).toList();
    }

    @Test
    void aFollowUpGoesOnInTheSameConversation() {
        ask(QUESTION);
        ask("When did he die?");
        assertEquals(List.of(QUESTION), titles());
        assertEquals(
                List.of(QUESTION, "When did he die?"),
                talk().turns().stream().map(Turn::question).toList());
        assertTrue(talk().turns().getLast().understood().contains("Sostratus"));
    }

    @Test
    void aQuestionFromElsewhereBeginsAnother() {
        ask(QUESTION);
        all.ask("Where was the tower?");
        work();
        assertEquals(Set.of("Where was the tower?", QUESTION), Set.copyOf(titles()));
        assertEquals(1, talk().turns().size());
    }

    @Test
    void anAnswerThatIsLeftIsKeptAllTheSame() {
        all.ask(QUESTION);
        all.enter();
        work();
        assertEquals(List.of(QUESTION), titles());
        assertEquals(List.of(), talk().turns());
    }

    @Test
    void anotherAnswerLeavesTheEarlierOneWithinReach() {
        ask(QUESTION);
        talk().again(talk().turns().getFirst(), true);
        work();
        assertEquals(2, talk().turns().getFirst().answers().size());
    }

    @Test
    void whatIsStoppedTwiceIsGivenBackAndNotKept() {
        talk().draftProperty().set(QUESTION);
        talk().ask();
        talk().stop();
        talk().stop();
        work();
        assertEquals(QUESTION, talk().draftProperty().get());
        assertEquals(List.of(), library.talk().conversations().all());
    }

    @Test
    void whatIsDeletedIsClosedAndComesBack() {
        ask(QUESTION);
        all.delete(List.of(all.shown().getFirst().conversation()));
        work();
        assertEquals(List.of(), titles());
        assertEquals(List.of(), talk().turns());
        waysBack.remove().run();
        work();
        assertEquals(List.of(QUESTION), titles());
    }

    @Test
    void whatWasOpenAndWasDeletedElsewhereIsNotGoneOnWith() {
        ask(QUESTION);
        var conversations = library.talk().conversations();
        conversations.delete(conversations.all().getFirst().id(), Instant.EPOCH);
        all = begun();
        work();
        ask("Where was the tower?");
        assertEquals(
                List.of("Where was the tower?"),
                talk().turns().stream().map(Turn::question).toList());
        assertEquals(List.of("Where was the tower?"), titles());
    }

    @Test
    void aQuestionThatFailsOutOfSightIsToldAndFoundAgain() {
        var gone = UUID.randomUUID();
        talk().scopeProperty().set(new Scope(List.of(gone), List.of(), SourceFilter.ALL));
        talk().draftProperty().set(QUESTION);
        talk().ask();
        all.enter();
        work();
        waysBack.remove().run();
        assertEquals(
                new State.Failed(
                        QUESTION, null, new Problem.NoSuchCollection(gone.toString()), "", 0),
                talk().stateProperty().get());
    }

    @Test
    void aQuestionThatFailedStaysUntilItIsAskedAgain() {
        var gone = new Scope(List.of(UUID.randomUUID()), List.of(), SourceFilter.ALL);
        ask("Where was the tower?");
        talk().scopeProperty().set(gone);
        ask(QUESTION);
        talk().scopeProperty().set(Scope.ALL);
        ask("When did the architect die?");
        var failed = talk().failed();
        assertEquals(
                List.of(QUESTION + " 1"),
                failed.stream().map(each -> each.question() + " " + each.at()).toList());
        talk().retry(failed.getFirst());
        work();
        assertEquals(List.of(), talk().failed());
        assertEquals(QUESTION, talk().turns().getLast().question());
    }

    @Test
    void whatWasOpenIsOpenAfterTheNextStart() {
        ask(QUESTION);
        all = begun();
        work();
        assertEquals(List.of(QUESTION), talk().turns().stream().map(Turn::question).toList());
    }
}
