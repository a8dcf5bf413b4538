package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.document.DirectExtractor;
import dev.pharos.engine.graph.DuplicateGroup;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What stands in a library twice in almost the same words. The words are drawn with fixed seeds.
final class DuplicatesTest extends LibraryFixture {

    @Override
    Abilities abilities() {
        return new Abilities(
                new DirectExtractor(), FixedEmbedders.of(embedder), Abilities.Chat.NONE);
    }

    private void note(String title, String text) throws ProblemException {
        library.notes().create(title, text, "");
    }

    private static String words(int count, int seed) {
        var random = new Random(seed);
        return Stream.generate(() -> "word" + random.nextInt(500))
                .limit(count)
                .collect(Collectors.joining(" "));
    }

    private List<DuplicateGroup> groups() {
        return library.relations().duplicates().groups(Progress.NONE);
    }

    private static List<String> titles(List<Source> sources) {
        return sources.stream().map(Source::title).sorted().toList();
    }

    private static Source titled(DuplicateGroup group, String title) {
        return group.sources().stream()
                .filter(each -> each.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static double share(DuplicateGroup group, String one, String other) {
        return group.share(titled(group, one), titled(group, other));
    }

    /// Nine tenths of the words in other lines and another case.
    @Test
    void whatSaysAlmostTheSameIsFoundWhateverItsLayout() throws Exception {
        var body = words(900, 1);
        note("Paper", body + ". " + words(50, 2) + ".");
        note(
                "Draft",
                body.toUpperCase(Locale.ROOT).replace(" WORD1", "\nWORD1") + " " + words(50, 3));
        note("Other", words(950, 4));

        var groups = groups();

        assertEquals(1, groups.size());
        assertEquals(List.of("Draft", "Paper"), titles(groups.getFirst().sources()));
        assertEquals(0.9, share(groups.getFirst(), "Paper", "Draft"), 0.07);
    }

    @Test
    void onlyTheSameWordsInTheSameOrderAreWhollyTheSame() throws Exception {
        var body = words(5_000, 1);
        note("Paper", body);
        note("Copy", "# Copy\n\n" + body.toUpperCase(Locale.ROOT));
        note("Again", body.replace(" ", "\n"));

        var group = groups().getFirst();

        assertEquals(1, share(group, "Paper", "Again"));
        assertTrue(share(group, "Paper", "Copy") < 1);
    }

    /// Passages that stay the same keep their ids, so that their order is not that of the text.
    @Test
    void whatWasEditedInItsMidstIsReadInTheOrderOfTheText() throws Exception {
        var body = words(3_000, 1);
        var edited = body.substring(0, 9_000) + " And this is new. " + body.substring(9_000);
        note("Paper", body);
        note("Copy", body);
        var paper = titled(groups().getFirst(), "Paper");
        library.notes().save(paper.id(), 1, edited);

        assertTrue(share(groups().getFirst(), "Paper", "Copy") < 1);
        library.notes().save(titled(groups().getFirst(), "Copy").id(), 1, edited);
        assertEquals(1, share(groups().getFirst(), "Paper", "Copy"));
    }

    /// As many as a letterhead has, with 2 that share it and say something else.
    @Test
    void howeverManySayTheSameTheyAreOneGroup() throws Exception {
        var mail = words(60, 1);
        for (int i = 0; i < 120; i++) {
            note("Mail " + i, mail);
        }
        note("Letter", mail.substring(0, 100) + " " + words(300, 2));

        var groups = groups();

        assertEquals(1, groups.size());
        assertEquals(120, groups.getFirst().sources().size());
    }

    @Test
    void whatIsLikeOneOfThemNeedNotBeLikeTheOthers() throws Exception {
        var parts = IntStream.rangeClosed(1, 4).mapToObj(seed -> words(300, seed)).toList();
        note("First", String.join(" ", parts.subList(0, 2)));
        note("Second", String.join(" ", parts.subList(0, 3)));
        note("Third", String.join(" ", parts));

        var group = groups().getFirst();

        assertEquals(List.of("First", "Second", "Third"), titles(group.sources()));
        assertEquals(List.of("Second"), titles(group.like(titled(group, "First"))));
        assertEquals(List.of("First", "Third"), titles(group.like(titled(group, "Second"))));
    }

    @Test
    void anEmptyLibraryAndShortNotesHaveNoDuplicates() throws Exception {
        assertEquals(List.of(), groups());
        note("One", "Milk, bread");
        note("Two", "Milk, bread");
        assertEquals(List.of(), groups());
    }

    @Test
    void theLookCanBeCancelled() throws Exception {
        note("Paper", words(100, 1));

        assertThrows(
                CancellationException.class,
                () ->
                        library.relations()
                                .duplicates()
                                .groups(
                                        new Progress() {
                                            @Override
                                            public void report(long done, long total) {}

                                            @Override
                                            public boolean cancelled() {
                                                return true;
                                            }
                                        }));
    }
}
