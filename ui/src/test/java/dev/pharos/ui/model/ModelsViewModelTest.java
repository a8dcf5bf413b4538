package dev.pharos.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.meaning.Embedders;
import dev.pharos.engine.model.Device;
import dev.pharos.engine.model.Hardware;
import dev.pharos.engine.model.ModelTrial;
import dev.pharos.engine.model.Shelved.State;
import dev.pharos.engine.problem.Problem;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.model.Card.Attempt;
import dev.pharos.ui.model.Card.Note;
import dev.pharos.ui.work.Background;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

@SuppressWarnings("NullAway.Init")
final class ModelsViewModelTest {
    @TempDir Path temp;
    private final ArrayDeque<Runnable> worker = new ArrayDeque<>();
    private final MemoryEmbedding embedding = new MemoryEmbedding();
    private final ObjectProperty<@Nullable String> speech = new SimpleObjectProperty<>();
    private MemoryShelf shelf;
    private EmbeddingViewModel change;
    private ModelsViewModel models;

    @BeforeEach
    void open() {
        shelf = new MemoryShelf(temp);
        var background = new Background(worker::add, Runnable::run);
        change = new EmbeddingViewModel(embedding, background, () -> 0);
        models =
                new ModelsViewModel(
                        shelf,
                        MemoryPorts.trial(),
                        new SpeechChoice(speech, speech::set, () -> List.of("base")),
                        change,
                        embedding,
                        background,
                        () -> 0);
        models.load();
        change.load();
        work();
    }

    private void work() {
        while (!worker.isEmpty()) {
            worker.remove().run();
        }
    }

    private Card card(String id) {
        return models.cards().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void get(String id) {
        shelf.allowAll(id);
        models.get(id);
        work();
    }

    @Test
    void aFetchedModelIsHere() {
        get(MemoryShelf.E5);
        assertInstanceOf(State.Present.class, card(MemoryShelf.E5).shelved().state());
    }

    @Test
    void theFirstModelForSpeechIsAlsoChosen() {
        get(MemoryShelf.BASE);
        assertEquals("base", speech.get());
        assertTrue(card(MemoryShelf.BASE).chosen());
    }

    @Test
    void aSecondModelForSpeechIsNotChosenByComing() {
        get(MemoryShelf.BASE);
        get(MemoryShelf.TINY);
        assertEquals("base", speech.get());
    }

    @Test
    void aModelThatHasNoNameIsChosenByItsPlace() {
        shelf.present(MemoryShelf.TINY, false);
        models.load();
        work();
        models.use(MemoryShelf.TINY);
        work();
        assertEquals(temp.resolve(MemoryShelf.TINY + ".bin").toString(), speech.get());
        assertTrue(card(MemoryShelf.TINY).chosen());
    }

    @Test
    void aPausedDownloadKeepsWhatHasCome() {
        models.get(MemoryShelf.BASE);
        shelf.allow(MemoryShelf.BASE, 5);
        models.pause(MemoryShelf.BASE);
        shelf.partial(MemoryShelf.BASE, 5);
        work();
        assertEquals(new State.Partial(5), card(MemoryShelf.BASE).shelved().state());
        assertNull(models.comingProperty().get());
    }

    @Test
    void aCancelledDownloadLeavesNothing() {
        shelf.partial(MemoryShelf.BASE, 5);
        models.get(MemoryShelf.BASE);
        models.cancel(MemoryShelf.BASE);
        work();
        assertEquals(new State.Absent(), card(MemoryShelf.BASE).shelved().state());
        assertEquals(List.of(MemoryShelf.BASE), shelf.discarded());
    }

    @Test
    void cancellingTheWaitForAnotherProgramLeavesWhatItMadeWhole() {
        models.get(MemoryShelf.BASE);
        models.cancel(MemoryShelf.BASE);
        shelf.present(MemoryShelf.BASE, false);
        work();
        assertTrue(card(MemoryShelf.BASE).shelved().present());
        assertEquals(List.of(), shelf.removed());
    }

    @Test
    void whatAnotherProgramIsBringingIsNotThrownAway() {
        shelf.partial(MemoryShelf.BASE, 5);
        shelf.busy(MemoryShelf.BASE);
        models.get(MemoryShelf.BASE);
        models.cancel(MemoryShelf.BASE);
        work();
        assertEquals(
                new Note.Failed(new Problem.ModelBusy("Whisper base"), Attempt.DELETE),
                card(MemoryShelf.BASE).note());
        assertEquals(new State.Partial(5), card(MemoryShelf.BASE).shelved().state());
    }

    @Test
    void aHalfDownloadIsThrownAwayAndNeverAWholeModelInItsPlace() {
        shelf.partial(MemoryShelf.BASE, 5);
        models.load();
        work();
        models.askDelete(MemoryShelf.BASE);
        shelf.present(MemoryShelf.BASE, false);
        models.agree(MemoryShelf.BASE);
        work();
        assertTrue(card(MemoryShelf.BASE).shelved().present());
        assertEquals(List.of(), shelf.removed());
    }

    @Test
    void aFailedDownloadSaysWhyAndMayBeTriedAgain() {
        var cut = new Problem.DownloadFailed("base", "models.example", "reset");
        shelf.fail(MemoryShelf.BASE, cut);
        models.get(MemoryShelf.BASE);
        work();
        assertEquals(new Note.Failed(cut, Attempt.GET), card(MemoryShelf.BASE).note());
        shelf.fail(MemoryShelf.BASE, null);
        shelf.allowAll(MemoryShelf.BASE);
        models.retry(MemoryShelf.BASE);
        work();
        assertTrue(card(MemoryShelf.BASE).shelved().present());
    }

    @Test
    void nothingIsDeletedBeforeItWasAskedAndAgreedTo() {
        shelf.present(MemoryShelf.TINY, false);
        models.load();
        work();
        models.askDelete(MemoryShelf.TINY);
        work();
        assertEquals(List.of(), shelf.removed());
        models.agree(MemoryShelf.TINY);
        work();
        assertEquals(List.of(MemoryShelf.TINY), shelf.removed());
    }

    @Test
    void whatWorksIsNotDeleted() {
        get(MemoryShelf.BASE);
        models.askDelete(MemoryShelf.BASE);
        models.agree(MemoryShelf.BASE);
        work();
        assertTrue(card(MemoryShelf.BASE).shelved().present());
    }

    @Test
    void aTestTellsTheDeviceAndTheSpeed() {
        get(MemoryShelf.BASE);
        models.test(MemoryShelf.BASE);
        work();
        assertEquals(
                new Note.Tested(new ModelTrial.Outcome(Device.CPU, 6.2, 410)),
                card(MemoryShelf.BASE).note());
    }

    @Test
    void aTestThatFellToTheCpuSaysWhy() {
        var texts = new Texts(Locale.ENGLISH);
        var outcome =
                new ModelTrial.Outcome(
                        Device.CPU, 6.2, 410, new Problem.DeviceFailed("GPU 0", "out of memory"));
        String said =
                new ModelText(texts, new ProblemText(texts))
                        .note(card(MemoryShelf.BASE), new Note.Tested(outcome));
        assertTrue(said.contains("GPU 0") && said.contains("out of memory"), said);
    }

    @Test
    void anotherEmbedderIsAskedForBeforeTheLibraryIsEmbeddedAnew() {
        get(MemoryShelf.E5);
        models.use(MemoryShelf.E5);
        work();
        assertEquals(new Note.AskChange(3_000, 176), card(MemoryShelf.E5).note());
        assertNull(embedding.state().next());
    }

    @Test
    void anAgreedChangeRunsUntilTheSearchUsesTheNewEmbedder() {
        get(MemoryShelf.E5);
        models.use(MemoryShelf.E5);
        models.agree(MemoryShelf.E5);
        work();
        assertTrue(card(MemoryShelf.E5).next());
        embedding.embedded(3_000);
        change.load();
        work();
        assertTrue(card(MemoryShelf.E5).chosen());
    }

    @Test
    void theSameModelWithOtherWeightsIsAnotherOne() {
        get(MemoryShelf.MINI32);
        assertTrue(card(MemoryShelf.MINI).chosen());
        assertFalse(card(MemoryShelf.MINI32).chosen());
        models.use(MemoryShelf.MINI32);
        models.agree(MemoryShelf.MINI32);
        work();
        assertEquals("all-MiniLM-L6-v2", Objects.requireNonNull(embedding.state().next()).id());
    }

    @Test
    void everyIdOfTheFixturesIsOneOfTheCatalogue() throws IOException {
        var catalogue =
                Files.readString(
                        Path.of(
                                "../models/src/main/resources/dev/pharos/models/shelf/catalogue.json"));
        assertEquals(
                List.of(),
                models.cards().stream()
                        .map(Card::id)
                        .filter(id -> !catalogue.contains("\"id\": \"" + id + "\""))
                        .toList());
    }

    @Test
    void aModelThatHasComeForALibraryThatIsNotEmptyAsksFirst() {
        shelf.allowAll(MemoryShelf.L12);
        models.getAndUse(MemoryShelf.L12);
        work();
        assertEquals(new Note.AskChange(3_000, 176), card(MemoryShelf.L12).note());
        assertNull(embedding.state().next());
        assertTrue(models.askingProperty().get());
        models.agree(MemoryShelf.L12);
        work();
        assertTrue(card(MemoryShelf.L12).next());
        assertFalse(models.askingProperty().get());
    }

    @Test
    void anEmptyLibraryChangesAsSoonAsTheModelHasCome() {
        embedding.total(0);
        change.load();
        shelf.allowAll(MemoryShelf.L12);
        models.getAndUse(MemoryShelf.L12);
        work();
        assertTrue(card(MemoryShelf.L12).next());
    }

    @Test
    void eightBitWeightsAreToldToRunOnTheCpu() {
        get(MemoryShelf.E5);
        assertEquals(
                new Embedders.Placement(Device.CPU, new Hardware.Why.FasterOnCpu()),
                card(MemoryShelf.MINI).stand().runs());
        var gpu = new Device(Device.Api.CUDA, 0, "GPU 0");
        assertEquals(new Embedders.Placement(gpu, null), card(MemoryShelf.E5).stand().runs());
    }

    @Test
    void answersAreToldToBeLooseWithOtherModelsThanTheirOwn() {
        assertEquals(
                List.of(MemoryShelf.E5),
                models.cards().stream().filter(Card::loose).map(Card::id).toList());
    }

    @Test
    void aMirrorMayHaveWhatNobodyElseGivesOut() {
        assertFalse(card(MemoryShelf.PACK).downloadable());
        shelf.mirror();
        models.load();
        work();
        assertTrue(card(MemoryShelf.PACK).downloadable());
    }

    @Test
    void whatIsNotUsedYetIsNotTried() {
        get(MemoryShelf.RERANKER);
        assertFalse(card(MemoryShelf.RERANKER).testable());
    }

    @Test
    void aFileOfItsOwnerJoinsTheShelf() throws IOException {
        models.adding().add(List.of(Files.writeString(temp.resolve("mine.bin"), "model")));
        work();
        assertEquals(new Note.Added(), card("whisper/mine").note());
        assertEquals(List.of(), models.adding().transfers());
    }

    @Test
    void aFileThatIsNoModelSaysSo() throws IOException {
        var file = Files.writeString(temp.resolve("notes.txt"), "no model");
        models.adding().add(List.of(file));
        work();
        assertEquals(
                new Problem.NotAModel(file, "no model begins like this"),
                models.adding().transfers().getFirst().problem());
    }
}
