package dev.pharos.ui.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.document.DirectExtractor;
import dev.pharos.engine.document.PdfPages;
import dev.pharos.engine.document.SharedData;
import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.library.ImportListener;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.document.ReaderViewModel.State;
import dev.pharos.ui.work.Background;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Where a source opens, and what is found in it.
@SuppressWarnings("NullAway.Init")
final class ReaderViewModelTest {
    private static final Background AT_ONCE = new Background(Runnable::run, Runnable::run);

    @TempDir Path temp;
    private Library library;
    private PdfPages pages;

    @BeforeEach
    void open() throws Exception {
        library =
                Library.open(
                        temp.resolve("library"),
                        Library.Access.WRITE,
                        new Abilities(
                                new DirectExtractor(),
                                FixedEmbedders.of(new HashingEmbedder()),
                                Abilities.Chat.NONE));
        pages = new PdfPages(temp);
    }

    @AfterEach
    void close() {
        pages.close();
        library.close();
    }

    private Source imported(Path file) throws Exception {
        library.importer().importAll(List.of(file), ImportListener.NONE, Progress.NONE);
        return library.sources().all().getFirst();
    }

    private Source lamps() throws Exception {
        return imported(Files.writeString(temp.resolve("lamps.html"), ReaderFixture.HTML));
    }

    private ReaderViewModel viewModel() {
        return new ReaderViewModel(library, pages, AT_ONCE, _ -> {}, false);
    }

    private static State.Reading reading(ReaderViewModel viewModel) {
        return (State.Reading) viewModel.stateProperty().get();
    }

    private static int offset(ReaderViewModel viewModel) {
        return Objects.requireNonNull(reading(viewModel).target().place()).startOffset();
    }

    @Test
    void aSourceOpensWhereItWasLeftAlsoAfterARestart() throws Exception {
        var source = lamps();
        var before = viewModel();
        before.open(Target.of(source));
        int there = reading(before).opened().document().text().indexOf("Later lights");
        before.progress().reached(source.id(), there, 0.8);
        before.progress().keep();
        library.close();
        open();

        var after = viewModel();
        after.open(Target.of(source));

        assertEquals(there, offset(after));
    }

    @Test
    void whatIsOpenedFromTheListAgainStaysWhereItIsRead() throws Exception {
        var source = lamps();
        var viewModel = viewModel();
        viewModel.open(Target.of(source));
        viewModel.progress().reached(source.id(), 120, 0.3);
        viewModel.open(Target.of(source));
        assertEquals(120, offset(viewModel));
    }

    @Test
    void aCitationOpensAtItsWordsWhereverTheSourceWasLeft() throws Exception {
        var source = lamps();
        var viewModel = viewModel();
        viewModel.open(Target.of(source));
        viewModel.progress().reached(source.id(), 120, 0.3);
        var cited = new Place(null, null, 1, null, null, 30, 60);
        viewModel.open(new Target(source.id(), cited, List.of()));
        assertEquals(cited, reading(viewModel).target().place());
    }

    @Test
    void theWordsOfARealBookAreFoundInOrder() throws Exception {
        imported(SharedData.folder("documents").resolve("files/test.epub"));
        var source = library.sources().all().getFirst();
        String text = library.sources().document(source.id()).orElseThrow().text();
        var finding = new SourceFinding(AT_ONCE);
        finding.in(text);
        finding.begin(text.lastIndexOf("test"));
        finding.wantedProperty().set("TEST");
        var found = finding.foundProperty().get();

        var words =
                found.ranges().stream()
                        .map(each ->
                                text.substring(each.start(), each.end()).toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList();
        assertEquals(List.of("test"), words);
        assertEquals(
                text.toLowerCase(Locale.ROOT).split("test", -1).length - 1, found.ranges().size());
        assertEquals(text.lastIndexOf("test"), found.ranges().get(found.now()).start());
        finding.next();
        assertEquals(0, finding.foundProperty().get().now());
    }

    @Test
    void whatIsThrownAwayIsSaidToBeSoAndShownWhenItIsBack() throws Exception {
        var source = lamps();
        var viewModel = viewModel();
        viewModel.open(Target.of(source));

        library.trash().put(List.of(source.id()));
        viewModel.changed(library.sources().all());

        assertEquals(new State.Trashed(source), viewModel.stateProperty().get());
        library.trash().restore(List.of(source.id()));
        viewModel.changed(library.sources().all());
        assertEquals(source, reading(viewModel).opened().source());
        library.trash().put(List.of(source.id()));
        viewModel.open(Target.of(source));
        viewModel.takeBack();
        assertEquals(source, reading(viewModel).opened().source());
    }
}
