package dev.pharos.ui.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.ui.model.Card;
import dev.pharos.ui.model.EmbeddingViewModel;
import dev.pharos.ui.model.MemoryEmbedding;
import dev.pharos.ui.model.MemoryPorts;
import dev.pharos.ui.model.MemoryShelf;
import dev.pharos.ui.model.ModelsViewModel;
import dev.pharos.ui.welcome.FirstStepsViewModel.Purpose;
import dev.pharos.ui.welcome.FirstStepsViewModel.Step;
import dev.pharos.ui.work.Background;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

@SuppressWarnings("NullAway.Init")
final class FirstStepsViewModelTest {
    @TempDir Path temp;
    private final ArrayDeque<Runnable> worker = new ArrayDeque<>();
    private final List<Locale> spoken = new ArrayList<>();
    private final Background background = new Background(worker::add, Runnable::run);
    private MemoryShelf shelf;
    private SettingsFile file;
    private final MemoryEmbedding choice = new MemoryEmbedding();
    private FirstStepsViewModel steps;
    private int left;
    private int samples;
    private int due;

    @BeforeEach
    void open() {
        shelf = new MemoryShelf(temp.resolve("models"));
        file = new SettingsFile(temp.resolve("settings.json"));
        steps = stepsIn(Locale.ENGLISH);
    }

    private FirstStepsViewModel stepsIn(Locale language) {
        var embedding = new EmbeddingViewModel(choice, background, () -> 0);
        embedding.load();
        var models =
                new ModelsViewModel(
                        shelf, MemoryPorts.trial(), null, embedding, choice, background, () -> 0);
        models.load();
        var made =
                new FirstStepsViewModel(
                        file,
                        models,
                        _ -> 1_000_000_000L,
                        background,
                        language,
                        new FirstStepsViewModel.Leads(() -> left++, spoken::add, () -> samples++));
        made.begin();
        work();
        return made;
    }

    private void work() {
        while (!worker.isEmpty()) {
            worker.remove().run();
        }
    }

    private void next() {
        steps.next();
        work();
    }

    private StartSettings kept() throws ProblemException {
        return file.read(StartSettings.FEATURE, StartSettings.class, StartSettings.DEFAULT);
    }

    private void askWhetherDue() {
        steps.ifDue(() -> due++);
        work();
    }

    @Test
    void somebodyNewIsAsked() {
        askWhetherDue();
        assertEquals(1, due);
    }

    @Test
    void whoSkippedIsNotAskedAgain() throws ProblemException {
        steps.skip();
        work();
        askWhetherDue();
        assertEquals(List.of(1, 0), List.of(left, due));
        assertTrue(kept().done());
    }

    @Test
    void anotherLanguageIsSpokenAtOnceAndGoesOnWithTheNextQuestion() throws ProblemException {
        steps.languageProperty().set("de");
        next();
        assertEquals(List.of(Locale.GERMAN), spoken);
        assertEquals(new StartSettings("de", false), kept());
        steps = stepsIn(Locale.GERMAN);
        askWhetherDue();
        assertEquals(Step.PURPOSE, steps.stepProperty().get());
    }

    @Test
    void recordingNeedsAModelForSpeechOnly() {
        next();
        steps.purposes().add(Purpose.RECORD);
        next();
        assertEquals(
                List.of(MemoryShelf.BASE, MemoryShelf.TINY, MemoryShelf.TURBO),
                steps.offers().stream().map(Card::id).toList());
        assertEquals(Set.of(MemoryShelf.BASE), steps.chosen());
    }

    @Test
    void anEnglishLibraryNeedsNoOtherModelThanTheBundledOne() {
        next();
        steps.purposes().add(Purpose.LIBRARY);
        next();
        assertEquals(Set.of(), steps.chosen());
    }

    @Test
    void aGermanLibraryIsOfferedAModelThatKnowsGerman() {
        steps = stepsIn(Locale.GERMAN);
        next();
        steps.purposes().add(Purpose.LIBRARY);
        next();
        assertEquals(Set.of(MemoryShelf.L12), steps.chosen());
        assertEquals(479_000_000, steps.bytes());
    }

    @Test
    void whatIsHereAndCannotBeOpenedIsNotOffered() {
        shelf.present(MemoryShelf.L12, false);
        choice.refuse("paraphrase-multilingual-MiniLM-L12-v2");
        steps = stepsIn(Locale.GERMAN);
        next();
        steps.purposes().add(Purpose.LIBRARY);
        next();
        assertEquals(List.of(MemoryShelf.E5), steps.offers().stream().map(Card::id).toList());
    }

    @Test
    void whatTheDiskHasNoRoomForIsSeen() {
        next();
        next();
        assertTrue(steps.fits());
        steps.chosen().addAll(Set.of(MemoryShelf.TURBO, MemoryShelf.E5));
        assertFalse(steps.fits());
    }

    @Test
    void whatIsChosenIsFetchedInTheEnd() throws ProblemException {
        next();
        steps.purposes().add(Purpose.RECORD);
        next();
        shelf.allowAll(MemoryShelf.BASE);
        next();
        assertTrue(shelf.find(MemoryShelf.BASE).present());
        assertEquals(1, left);
    }

    @Test
    void whoOnlyTriesGetsSamplesAndNoModels() {
        steps.purposes().add(FirstStepsViewModel.Purpose.TRY);
        steps.next();
        work();
        steps.next();
        work();
        assertEquals(List.of(1, 1, 0L), List.of(left, samples, steps.bytes()));
    }
}
