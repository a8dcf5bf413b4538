package dev.pharos.ui.duplicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.pharos.engine.document.DirectExtractor;
import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.ui.duplicate.DuplicatesViewModel.Marked;
import dev.pharos.ui.duplicate.DuplicatesViewModel.Question;
import dev.pharos.ui.duplicate.DuplicatesViewModel.State;
import dev.pharos.ui.library.LibraryViewModel;
import dev.pharos.ui.work.Background;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What stands twice in a small library. The worker is a queue that is held here.
@SuppressWarnings("NullAway.Init")
final class DuplicatesViewModelTest {
    @TempDir Path temp;
    private final Queue<Runnable> worker = new ArrayDeque<>();
    private final List<List<SourceId>> thrown = new ArrayList<>();
    private Library kept;
    private LibraryViewModel library;
    private DuplicatesViewModel viewModel;

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
        note("Middle", words(0, 90));
        note("Begin", words(0, 60));
        note("End", words(30, 90));
        note("Other", words(200, 260));
        library =
                new LibraryViewModel(
                        _ -> kept.sources().all(),
                        new Background(Runnable::run, Runnable::run),
                        Runnable::run,
                        Locale.ENGLISH);
        library.load();
        viewModel =
                new DuplicatesViewModel(
                        kept.relations().duplicates()::groups,
                        sources -> new Marked(sources.size(), 7),
                        library,
                        thrown::add,
                        new Background(worker::add, Runnable::run));
    }

    @AfterEach
    void close() {
        kept.close();
    }

    private SourceId note(String title, String text) throws Exception {
        return kept.notes().create(title, text, "").id();
    }

    private static String words(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
    }

    private void work() {
        while (!worker.isEmpty()) {
            worker.remove().run();
        }
    }

    private void look() {
        viewModel.show();
        work();
    }

    private List<Row.Member> members() {
        return viewModel.rowsProperty().get().stream()
                .filter(Row.Member.class::isInstance)
                .map(Row.Member.class::cast)
                .toList();
    }

    private Row.Member member(String title) {
        return members().stream()
                .filter(each -> each.source().title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> titles(List<Source> sources) {
        return sources.stream().map(Source::title).sorted().toList();
    }

    @Test
    void nothingIsComparedUntilItIsSeen() {
        assertEquals(0, worker.size());
        look();
        assertInstanceOf(State.Found.class, viewModel.stateProperty().get());
        assertEquals(1, viewModel.groups());
        assertEquals(
                List.of("Begin", "End", "Middle"),
                titles(members().stream().map(Row.Member::source).toList()));
    }

    @Test
    void aLookThatWasStoppedSaysSoAndCanBeBegunAgain() {
        viewModel.show();
        viewModel.stop();
        work();
        assertEquals(new State.Stopped(), viewModel.stateProperty().get());
        viewModel.look();
        work();
        assertEquals(new State.Found(), viewModel.stateProperty().get());
    }

    @Test
    void nothingIsThrownAwayBeforeItWasAskedAndWhatIsNotAlikeStays() {
        look();
        viewModel.ask(member("Begin"));
        work();
        assertEquals(
                new Question(
                        member("Begin").source(),
                        List.of(member("Middle").source()),
                        1,
                        new Marked(1, 7)),
                viewModel.questionProperty().get());
        assertEquals(List.of(), thrown);

        viewModel.throwAway();

        assertEquals(List.of(List.of(member("Middle").source().id())), thrown);
        assertNull(viewModel.questionProperty().get());
    }

    @Test
    void whatWasChangedOrThrownAwaySinceIsNoDuplicateAnyMore() throws Exception {
        look();
        var end = member("End").source().id();
        viewModel.ask(member("Middle"));
        work();

        kept.notes().save(member("Begin").source().id(), 1, "Something else.");
        library.load();

        assertEquals(2, members().size());
        assertNull(viewModel.questionProperty().get());
        kept.trash().put(List.of(end));
        library.load();
        assertEquals(List.of(), viewModel.rowsProperty().get());
        kept.trash().restore(List.of(end));
        library.load();
        assertEquals(2, members().size());
    }

    @Test
    void whatIsComparedStandsBesideTheFirstOfItsGroup() {
        look();
        var all = members();
        assertEquals(all.get(0).source(), viewModel.beside(all.get(2)));
        assertEquals(all.get(1).source(), viewModel.beside(all.get(0)));
    }
}
