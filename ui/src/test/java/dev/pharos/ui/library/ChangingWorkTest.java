package dev.pharos.ui.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.job.LongWork.Deed;
import dev.pharos.ui.job.LongWorkViewModel;
import dev.pharos.ui.work.Background;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Changes that take long, told by how many sources they are about.
final class ChangingWorkTest {
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final LongWorkViewModel works = new LongWorkViewModel(Clock.systemUTC());
    private final List<Integer> shown = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final Changing changing =
            new Changing(
                    new Background(Runnable::run, Runnable::run),
                    (words, _) -> told.add(words),
                    new ProblemText(texts));

    private void change(int sources, boolean cancel) {
        changing.begin(progress -> {
            progress.report(1, sources);
            var now = works.all(_ -> true);
            shown.add(now.size());
            if (cancel) {
                works.act(now.getFirst(), Deed.CANCEL);
            }
            progress.checkpoint();
            return new Changing.Done("done", null);
        });
    }

    @Test
    void aChangeOfManySourcesIsLongWorkAsLongAsItGoesOn() {
        new ChangingWork(changing, works, texts);
        change(3, false);
        change(20_000, false);
        assertEquals(List.of(0, 1), shown);
        assertEquals(List.of(), works.all(_ -> true));
        assertEquals(List.of("done", "done"), told);
    }

    @Test
    void itIsCancelledThere() {
        new ChangingWork(changing, works, texts);
        change(20_000, true);
        assertEquals(List.of(), told);
        assertEquals(List.of(), works.all(_ -> true));
    }
}
