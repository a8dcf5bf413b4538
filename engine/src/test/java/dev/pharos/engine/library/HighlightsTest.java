package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.pharos.engine.annotation.Highlight;
import dev.pharos.engine.annotation.Highlight.Colour;
import dev.pharos.engine.annotation.Highlights;
import dev.pharos.engine.answer.Citation;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.transcription.SpeechScript;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What is marked in sources.
final class HighlightsTest extends RecordingsFixture {
    private static final String QUOTE = "It stood on the island of Pharos.";

    private Highlights highlights;
    private Path file = Path.of("");
    private SourceId tower;

    @BeforeEach
    void take() throws Exception {
        highlights = library.highlights();
        file = write("tower.txt", TOWER);
        importFiles(file);
        tower = library.sources().all().getFirst().id();
    }

    private Highlight mark(String quote, String note) throws Exception {
        String text = library.sources().document(tower).orElseThrow().text();
        int start = text.indexOf(quote);
        return highlights
                .add(tower, start, start + quote.length(), Colour.YELLOW, note)
                .after()
                .getFirst();
    }

    private Highlight now() throws Exception {
        return highlights.of(tower).getFirst();
    }

    /// The words that a highlight shows.
    private String shown() throws Exception {
        var place = now().place();
        return library.sources()
                .document(tower)
                .orElseThrow()
                .text()
                .substring(place.startOffset(), place.endOffset());
    }

    private List<String> passages(String query) throws Exception {
        return library.searcher().search(new Query(query, Query.Mode.KEYWORD, 10)).hits().stream()
                .map(hit -> hit.passage().text())
                .toList();
    }

    @Test
    void itIsFoundByItsWordsAndByTheReadersOwn() throws Exception {
        mark(QUOTE, "Sostratus built it.");

        assertEquals(List.of(QUOTE + "\n\nSostratus built it."), passages("Sostratus"));
        assertEquals(
                Set.of(TOWER, QUOTE + "\n\nSostratus built it."), Set.copyOf(passages("island")));
        library.meaning().await(Progress.NONE);
        assertEquals(library.passages().count(), library.meaning().state().embedded());
    }

    @Test
    void whatSaysNoMoreThanABetterHitIsNotShownTwice() throws Exception {
        mark("tower", "");

        assertEquals(1, passages("light stone tower island").size());
    }

    @Test
    void theReadersOwnWordsAreCited() throws Exception {
        mark(QUOTE, "The tower was built by Sostratus of Cnidus in 280 BC.");
        library.meaning().await(Progress.NONE);

        var answer =
                library.answerer()
                        .answer("By whom was the tower built, and when?", _ -> {}, Progress.NONE);

        var cited =
                answer.citations().stream()
                        .filter(each -> each.quote().contains("Sostratus"))
                        .map(Citation::highlight)
                        .toList();
        assertEquals(List.of(now().id()), cited);
    }

    @Test
    void itStaysWithItsWordsInAnotherRevision() throws Exception {
        mark(QUOTE, "mine");
        write("tower.txt", "A line before it.\n\nThe tower.\n\n" + QUOTE + " It fell.");

        importFiles(file);

        assertEquals(QUOTE, shown());
        assertEquals(List.of(QUOTE + "\n\nmine"), passages("mine"));
    }

    @Test
    void itIsKeptWhereItsWordsAreGoneAndComesBackWithThem() throws Exception {
        var marked = mark(QUOTE, "");
        write("tower.txt", "Something else.");
        importFiles(file);

        assertEquals(QUOTE, now().quote());
        assertFalse(now().anchored());
        assertEquals(List.of(QUOTE), passages("island"));

        write("tower.txt", TOWER + " And so on.");
        importFiles(file);
        assertEquals(marked.place().startOffset(), now().place().startOffset());
    }

    @Test
    void everyChangeCanBeTakenBack() throws Exception {
        var marked = mark(QUOTE, "");
        var noted = highlights.note(marked.id(), "mine");
        var coloured = highlights.colour(marked.id(), Colour.BLUE);
        assertEquals(Colour.BLUE, now().colour());
        highlights.undo(coloured);
        highlights.undo(noted);
        assertEquals(List.of(marked), highlights.of(tower));
        assertEquals(List.of(), passages("mine"));

        var removed = highlights.remove(List.of(marked.id()));
        assertEquals(List.of(TOWER), passages("island"));
        highlights.undo(removed);
        assertEquals(List.of(marked), highlights.all());
    }

    @Test
    void aRemovedOneDoesNotComeBack() throws Exception {
        highlights.remove(List.of(mark(QUOTE, "mine").id()));
        write("tower.txt", TOWER + " More.");

        importFiles(file);
        reopen();

        assertEquals(List.of(), library.highlights().all());
    }

    @Test
    void oneInANoteStaysFoundWhenTheNoteIsRenamedAndEdited() throws Exception {
        tower = library.notes().create("Tower", TOWER, "").id();
        mark(QUOTE, "mine");
        library.notes().rename(tower, "Lighthouse");
        var note = library.notes().find(tower).orElseThrow();

        library.notes().save(tower, note.revision(), "Before.\n\n" + note.markdown());

        assertEquals(List.of(QUOTE + "\n\nmine"), passages("mine"));
        assertEquals(QUOTE, shown());
        assertEquals(library.passages().count(), library.passages().ids().length);
        var check = library.check(Progress.NONE);
        assertEquals(check.passages(), check.indexed());
    }

    @Test
    void aSpanOfTimeGetsTheWordsThatAreSaidInIt() throws Exception {
        var script = new SpeechScript().silence(5_000).say("The ferry leaves at noon.");
        tower = imported(script.silence(8_000).say("Bring warm bread."));
        highlights.addTime(tower, 5_000, 9_000, Colour.GREEN, "mine");
        assertEquals("", now().quote());

        work();

        assertEquals("The ferry leaves at noon.", shown());
        assertEquals(5_000L, now().place().startMs());
        assertEquals(List.of("mine"), passages("mine"));
    }

    @Test
    void theTrashHidesWhatIsMarkedToo() throws Exception {
        mark(QUOTE, "mine");

        library.trash().put(List.of(tower));
        assertEquals(List.of(), highlights.all());
        assertEquals(List.of(), passages("mine"));
        library.trash().restore(List.of(tower));

        assertEquals(
                Set.of(tower),
                highlights.all().stream().map(Highlight::source).collect(Collectors.toSet()));
        assertEquals(1, passages("mine").size());
    }
}
