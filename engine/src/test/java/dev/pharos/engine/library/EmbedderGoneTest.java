package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.meaning.EmbeddingChoice.State;
import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;

import java.util.List;

/// What [dev.pharos.engine.meaning.EmbeddingChoice] promises where a model is gone or no longer
/// what it was.
final class EmbedderGoneTest extends EmbeddingChangeFixture {
    private static HashingEmbedder weighing(String weights) {
        return new HashingEmbedder(new EmbeddingModel("file", 64, 256, weights));
    }

    @Test
    void vectorsOfOtherWeightsUnderTheSameIdDoNotCount() throws Exception {
        reopen(old, weighing("one"));
        changeTo("file");
        changeTo("old");
        var others = weighing("two");
        reopen(old, others);

        changeTo("file");

        assertEquals(FILES, others.embedded());
        assertEquals(others.model(), state().current());
    }

    @Test
    void otherWeightsUnderTheIdThatIsSearchedWithAreToldAndCanBeTaken() throws Exception {
        reopen(old, weighing("one"));
        changeTo("file");
        var others = weighing("two");
        reopen(old, others);
        assertEquals(new Problem.EmbedderMissing("file"), state().problem());

        changeTo("file");

        assertNull(state().problem());
        assertEquals(others.model(), state().current());
    }

    @Test
    void whereTheModelIsGoneWordsAreSearchedAndTheResultSaysWhy() throws Exception {
        changeTo("fresh");
        var words = ofMode(ranking(library), Query.Mode.KEYWORD);

        reopen(old, third);

        var missing = new Problem.EmbedderMissing("fresh");
        assertEquals(new State(fresh.model(), null, 0, FILES, missing, OLD, null), state());
        var result = library.searcher().search(new Query(QUERY, Query.Mode.HYBRID, 50));
        assertEquals(missing, result.wordsOnly());
        assertEquals(words.size(), result.hits().size());
        var refused =
                assertThrows(
                        ProblemException.class,
                        () -> library.searcher().search(new Query("lamp", Query.Mode.MEANING, 5)));
        assertEquals(missing, refused.problem());
    }

    @Test
    void whereTheModelIsGoneImportsGoOnAndTheChangeCanBeUndone() throws Exception {
        changeTo("fresh");
        reopen(old, third);
        write("More", 40);
        library.importer()
                .importAll(List.of(temp.resolve("files")), ImportListener.NONE, Progress.NONE);

        library.embedding().undo();
        until(() -> state().next() == null);

        assertEquals(new State(OLD, null, 0, FILES + 40, null, fresh.model(), null), state());
        library.meaning().await(Progress.NONE);
        assertNull(library.searcher().search(new Query(QUERY, Query.Mode.HYBRID, 5)).wordsOnly());
    }

    @Test
    void aModelThatComesBackGivesTheSameResults() throws Exception {
        changeTo("fresh");
        var before = ranking(library);
        reopen(old, third);

        reopen(old, fresh, third);

        assertEquals(before, ranking(library));
    }

    @Test
    void aModelThatIsNotHereIsRefusedAndNothingChanges() throws Exception {
        var refused =
                assertThrows(ProblemException.class, () -> library.embedding().change("nowhere"));

        assertEquals(new Problem.EmbedderMissing("nowhere"), refused.problem());
        assertEquals(new State(OLD, null, 0, FILES, null, null, null), state());
    }

    @Test
    void theStepIsNotTakenToAModelWhoseFilesAreGone() throws Exception {
        brokenOff();
        library.close();
        library = open(old, third);

        until(() -> state().problem() != null);

        assertEquals(new Problem.EmbedderMissing("fresh"), state().problem());
        assertEquals(OLD, state().current());
        changeTo("third");
        assertEquals(third.model(), state().current());
    }
}
