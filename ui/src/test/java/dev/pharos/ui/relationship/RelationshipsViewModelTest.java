package dev.pharos.ui.relationship;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.document.PlainText;
import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.ui.work.Background;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;

@SuppressWarnings("NullAway.Init")
final class RelationshipsViewModelTest {
    private static final String PLAN =
            """
            The school wants solar panels on its roof before the next winter begins. The solar panels
            cost twelve thousand euros with the inverter and all cables. The kitchen of the school
            needs a new oven, because the old oven burns the bread of the bakers every morning.
            """;

    @TempDir Path temp;
    private final ArrayDeque<Runnable> worker = new ArrayDeque<>();
    private Library library;
    private RelationshipsViewModel relationships;

    @BeforeEach
    void open() throws Exception {
        var abilities =
                new Abilities(
                        new PlainText(),
                        FixedEmbedders.of(new HashingEmbedder()),
                        Abilities.Chat.NONE);
        library = Library.open(temp, Library.Access.WRITE, abilities);
        relationships =
                new RelationshipsViewModel(
                        library.relationships(),
                        library.sources(),
                        new Background(worker::add, Runnable::run),
                        (_, _, _) -> {},
                        _ -> {});
        relationships.shownProperty().set(true);
    }

    @AfterEach
    void close() {
        library.close();
    }

    private List<SourceId> known(SourceId of) {
        relationships.open(of);
        while (!worker.isEmpty()) {
            worker.remove().run();
        }
        return relationships.stateProperty().get().known().stream()
                .map(each -> each.other().id())
                .toList();
    }

    @Test
    void aNoteThatHasAnotherTextIsSearchedAgainWhenItIsOpened() throws Exception {
        var first = library.notes().create("Plan", PLAN, "").source().id();
        var other = library.notes().create("Boats", "Boats sail.", "").source().id();
        var third = library.notes().create("Sea", "Waves roll.", "").source().id();
        assertEquals(List.of(), known(other));

        var note = library.notes().find(other).orElseThrow();
        library.notes().save(other, note.revision(), PLAN);
        known(third);
        assertEquals(List.of(first), known(other));
    }
}
