package dev.pharos.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

final class SearcherTest {
    @TempDir Path temp;
    private Library library;

    @BeforeEach
    void open() throws Exception {
        Path files = Files.createDirectories(temp.resolve("files"));
        Files.writeString(
                files.resolve("lamps.txt"), "The keepers were trimming the lamps of a lighthouse.");
        Files.writeString(
                files.resolve("stones.txt"), "A light house of stone. The café is closed.");
        Files.writeString(
                files.resolve("маяк.txt"), "Смотрители маяков зажигали огни на берегу моря.");
        library =
                Library.open(
                        temp.resolve("library"),
                        Access.WRITE,
                        new Abilities(
                                new PlainText(),
                                FixedEmbedders.of(new HashingEmbedder()),
                                Abilities.Chat.NONE));
        library.importer().importAll(List.of(files), ImportListener.NONE, Progress.NONE);
        library.meaning().await(Progress.NONE);
    }

    @AfterEach
    void close() {
        library.close();
    }

    private void add(String name, String text) throws Exception {
        var file = Files.writeString(temp.resolve("files").resolve(name), text);
        library.importer().importAll(List.of(file), ImportListener.NONE, Progress.NONE);
        library.awaitIndex(Progress.NONE);
    }

    private SearchResult search(String text) throws ProblemException {
        return library.searcher().search(new Query(text, Query.Mode.KEYWORD, 10));
    }

    private List<String> titles(String text) throws ProblemException {
        return search(text).hits().stream().map(hit -> hit.source().title()).toList();
    }

    @Test
    void aWordIsFoundInItsOtherForms() throws Exception {
        assertEquals(List.of("lamps"), titles("keeper trims lamp"));
        assertEquals(List.of("маяк"), titles("маяку"));
    }

    @Test
    void accentsNeedNotBeTyped() throws Exception {
        assertEquals(List.of("stones"), titles("\"the cafe\""));
    }

    @Test
    void formsThatAStemmerTakesForTwoWordsCount() throws Exception {
        add("стража.txt", "Стража крепости была сильна и стояла крепко.");
        add("оборона.txt", "Защита крепости была сильна и стояла крепко.");
        assertEquals(List.of("оборона", "стража"), titles("о защите крепости"));
    }

    @Test
    void aTitleIsFoundBeforeTextsThatOnlyMentionIt() throws Exception {
        add("harbour fees.txt", "What a boat pays for a night. ".repeat(8));
        add(
                "letter.txt",
                "He wrote of harbour fees, and of fees again, in every letter. "
                        + "He told of ships and storms and of the men who came home late. "
                                .repeat(4));
        assertEquals(List.of("harbour fees", "letter"), titles("harbour fees"));
    }

    @Test
    void wordsThatAreTooCommonToBeAskedForAreFoundWhereNothingElseIsAsked() throws Exception {
        add("hamlet.txt", "To be, or not to be, that is the question.");
        assertEquals("hamlet", titles("to be or not to be").getFirst());
    }

    @Test
    void aWholePageIsAQueryToo() throws Exception {
        var page =
                IntStream.range(1_300, 2_800)
                        .mapToObj(i -> Integer.toString(i, 36))
                        .collect(Collectors.joining(" "));
        assertEquals(List.of("lamps"), titles(page + " keepers"));
    }

    @Test
    void aPhraseStandsAsItIsWritten() throws Exception {
        assertEquals(List.of("stones"), titles("\"light house\""));
        assertEquals(List.of(), titles("\"house light\""));
    }

    @Test
    void aPrefixFindsWhatBeginsWithIt() throws Exception {
        assertEquals(List.of("lamps"), titles("lighth*"));
    }

    @Test
    void aPhraseNarrowsASearchByMeaningToo() throws Exception {
        var hits =
                library.searcher()
                        .search(new Query("keepers \"light house\"", Query.Mode.HYBRID, 10))
                        .hits();
        assertEquals(List.of("stones"), hits.stream().map(hit -> hit.source().title()).toList());
    }

    @Test
    void highlightsAreTheMatchedWords() throws Exception {
        var hit = search("keeper lamp").hits().getFirst();
        assertEquals(
                List.of("keepers", "lamps"),
                hit.highlights().stream()
                        .map(range -> hit.passage().text().substring(range.start(), range.end()))
                        .toList());
    }

    @Test
    void aNumberThatNobodyHasIsNotTakenForAnother() throws Exception {
        add("year.txt", "The pier was built in 1938, and error E1207 was printed.");
        assertNull(search("pier 1939").didYouMean());
        assertNull(search("E1208 printed").didYouMean());
    }

    @Test
    void signsAloneAreNotLookedFor() throws Exception {
        assertEquals(List.of("stones"), titles("stone \"—\""));
        assertEquals(List.of("stones"), titles("stone ——*"));
    }

    @Test
    void aMistypedWordIsCorrectedAndSaidSo() throws Exception {
        var result = search("lighthuose keepers");

        assertEquals("lighthouse keepers", result.didYouMean());
        assertEquals("lamps", result.hits().getFirst().source().title());
        assertNull(search("lighthouse").didYouMean());
    }

    @Test
    void filtersAloneListWhatPassesThem() throws Exception {
        assertEquals(List.of("lamps"), titles("title:lam kind:note"));
        assertEquals(3, titles("kind:note").size());
        assertEquals(List.of(), titles("kind:pdf lighthouse"));
        assertEquals(List.of(), titles("before:2001 lighthouse"));
        assertEquals(List.of("lamps"), titles("after:2001-02-03 lighthouse"));
    }

    @Test
    void anUnreadableFilterIsToldNotGuessed() {
        for (String part : List.of("kind:novel", "after:yesterday", "before:2020-13-01", "tag:")) {
            var e = assertThrows(ProblemException.class, () -> search("light " + part));
            assertEquals(new Problem.UnreadableQuery("light " + part, part), e.problem());
        }
    }

    @Test
    void strangeQueriesFindNothingAndBreakNothing() throws Exception {
        for (String text :
                List.of(
                        "",
                        "   ",
                        "?!",
                        "\"",
                        "\"\"",
                        "*",
                        "\"*\"",
                        "AND OR NOT",
                        "(",
                        "a:b",
                        "\\",
                        "🗼")) {
            for (var mode : Query.Mode.values()) {
                assertTrue(
                        library.searcher().search(new Query(text, mode, 3)).hits().size() <= 3,
                        text);
            }
        }
    }

    @Test
    void whileVectorsAreMissingTheResultSaysSo() throws Exception {
        assertTrue(search("lamp").meaningComplete());
    }
}
