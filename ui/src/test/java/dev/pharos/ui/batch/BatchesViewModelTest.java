package dev.pharos.ui.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.batch.Batch;
import dev.pharos.engine.document.PlainText;
import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.making.MadeNote;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.ui.work.Background;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

final class BatchesViewModelTest {
    @TempDir Path temp;

    @Test
    void whatWaitsAlreadyIsNotQueuedTwiceAndThatIsTold() throws Exception {
        var worker = new ArrayDeque<Runnable>();
        var told = new ArrayList<String>();
        var abilities =
                new Abilities(
                        new PlainText(),
                        FixedEmbedders.of(new HashingEmbedder()),
                        Abilities.Chat.NONE);
        try (var library = Library.open(temp, Library.Access.WRITE, abilities)) {
            var batches =
                    new BatchesViewModel(
                            library.batches(), new Background(worker::add, Runnable::run));
            batches.onWaiting(() -> told.add("waits"));
            var source = library.notes().create("Plan", "The roof leaks.", "").source().id();
            for (int i = 0; i < 2; i++) {
                batches.submit(
                        List.of(source),
                        new Batch.Settings(MadeNote.Settings.DEFAULT, null),
                        why -> told.add(why.toString()));
                while (!worker.isEmpty()) {
                    worker.remove().run();
                }
                told.add(library.batches().all().size() + " queued");
            }
        }
        assertEquals(List.of("1 queued", "waits", "1 queued"), told);
    }
}
