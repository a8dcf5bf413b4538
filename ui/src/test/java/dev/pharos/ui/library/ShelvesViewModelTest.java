package dev.pharos.ui.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.collection.SavedCollection;
import dev.pharos.engine.collection.SavedCollection.Content;
import dev.pharos.engine.document.DirectExtractor;
import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.library.Shelf.Own;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.WindowFile;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/// Over a real library, whose work is done at once.
@SuppressWarnings("NullAway.Init")
final class ShelvesViewModelTest {
    private final Background background = new Background(Runnable::run, Runnable::run);
    private final Texts texts = new Texts(Locale.ENGLISH);
    @TempDir Path temp;
    private Library kept;
    private LibraryViewModel library;
    private Changing changing;
    private CollectionEditing editing;
    private Runnable back = () -> {};
    private ShelvesViewModel shelves;

    @BeforeEach
    void open() throws Exception {
        kept =
                Library.open(
                        temp.resolve("library"),
                        Library.Access.WRITE,
                        new Abilities(
                                new DirectExtractor(),
                                FixedEmbedders.of(new HashingEmbedder()),
                                Abilities.Chat.NONE));
        kept.notes().create("Tides", "High water. #sea\n", "");
        kept.notes().create("Lamps", "Forty of them.\n", "");
        library =
                new LibraryViewModel(
                        _ -> kept.sources().all(), background, Runnable::run, Locale.ENGLISH);
        changing =
                new Changing(
                        background,
                        (_, undo) -> back = undo == null ? () -> {} : undo,
                        new ProblemText(texts));
        editing = new CollectionEditing(kept.collections(), changing, background, texts);
        shelves = shelves();
        library.load();
    }

    @AfterEach
    void close() {
        kept.close();
    }

    /// As the next start of the window would have them.
    private ShelvesViewModel shelves() {
        return new ShelvesViewModel(
                library,
                new ShelvesViewModel.Kept(kept.collections(), kept.trash()),
                editing,
                changing,
                new ListMemory(
                        new WindowFile(
                                new SettingsFile(temp.resolve("settings.json")), temp, _ -> true),
                        background),
                background,
                InstantSource.system());
    }

    private List<String> titles() {
        return shelves.sources().shown().stream().map(Source::title).toList();
    }

    private List<String> names() {
        return editing.knownProperty().get().stream().map(SavedCollection::name).toList();
    }

    private Shelf collected(String name) {
        return shelves.rowsProperty().get().stream()
                .map(ShelvesViewModel.Row::shelf)
                .filter(each -> each instanceof Shelf.Collected(var one) && one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachTellsHowManySourcesItHas() {
        editing.saveSearch("Sea", "tag:sea");
        assertEquals(
                List.of(2, 0, 2, 1, 1, 0),
                shelves.rowsProperty().get().stream().map(ShelvesViewModel.Row::count).toList());
    }

    @Test
    void aSearchHasWhatComesLater() throws Exception {
        editing.saveSearch("Sea", "tag:sea");
        shelves.choose(collected("Sea"));
        assertEquals(List.of("Tides"), titles());
        kept.notes().create("Ebb", "Low water. #sea/tides\n", "");
        library.load();
        assertEquals(List.of("Ebb", "Tides"), titles());
    }

    @Test
    void whatWasChosenIsChosenAtTheNextStart() {
        editing.saveSearch("Sea", "tag:sea");
        shelves.choose(collected("Sea"));
        shelves = shelves();
        assertEquals(List.of("Tides"), titles());
    }

    @Test
    void whenWhatIsChosenGoesAllIsChosen() {
        editing.saveSearch("Sea", "tag:sea");
        shelves.choose(collected("Sea"));
        editing.remove(((Shelf.Collected) collected("Sea")).collection());
        assertEquals(Own.ALL, shelves.chosenProperty().get());
        back.run();
        assertEquals(List.of("Sea"), names());
    }

    @Test
    void whatIsPutIntoOneByHandCanBeTakenBack() {
        editing.create("Later", List.of());
        var later = collected("Later");
        shelves.choose(later);
        editing.add(
                ((Shelf.Collected) later).collection(),
                kept.sources().all().stream().map(Source::id).toList());
        assertEquals(List.of("Lamps", "Tides"), titles());
        back.run();
        assertEquals(List.of(), titles());
    }

    @Test
    void oneIsMovedStepByStep() {
        editing.create("A", List.of());
        editing.create("B", List.of());
        editing.create("C", List.of());
        editing.step(((Shelf.Collected) collected("A")).collection(), true);
        assertEquals(List.of("B", "A", "C"), names());
        editing.step(((Shelf.Collected) collected("C")).collection(), false);
        assertEquals(List.of("B", "C", "A"), names());
    }

    @Test
    void aSearchThatNobodyCanReadIsToldAndNothingElseIsLost() throws Exception {
        editing.saveSearch("Sea", "tag:sea");
        var sea = ((Shelf.Collected) collected("Sea")).collection();
        editing.search(sea, "after:yesterdayish");
        assertEquals(new Content.Search("tag:sea"), kept.collections().all().getFirst().content());
    }
}
