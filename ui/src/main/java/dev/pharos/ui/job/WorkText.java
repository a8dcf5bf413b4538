package dev.pharos.ui.job;

import dev.pharos.engine.work.Job;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.TimeText;

import org.jspecify.annotations.Nullable;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says in words how long work stands.
public final class WorkText {

    private WorkText() {}

    /// What is being done, how far it is, and how long it still takes.
    static String line(LongWork work, Texts texts) {
        var stand = work.stand();
        return joined(stand.stage(), stand.facts(), left(work, texts));
    }

    /// All that goes on, in a few words: what, how far, and of the only one how long still.
    public static String summary(LongWorkViewModel.Summary all, Texts texts) {
        var first = all.first();
        if (first == null) {
            return texts.text("status.waiting", all.count() - all.nth() + 1);
        }
        if (all.count() == 1) {
            double fraction = first.stand().fraction();
            return joined(
                    first.stand().stage(),
                    fraction < 0 ? "" : texts.text("job.percent", fraction),
                    left(first, texts));
        }
        return texts.text("status.working", all.nth(), all.count(), all.fraction());
    }

    /// What became of work, in a sentence.
    public static String ended(LongWork work, Texts texts) {
        var stand = work.stand();
        String why = stand.trouble() == null ? "" : " " + stand.trouble();
        String name =
                switch (work.kind()) {
                    case TRANSCRIPTION -> texts.text("work.transcription", work.title());
                    case NOTE -> texts.text("work.note", work.title());
                    case IMPORT, INDEX, MEANING, CHANGE, DOWNLOAD, EXPORT, MIRROR, SOURCES ->
                            work.title();
                };
        return texts.text(
                stand.state() == Job.State.FAILED ? "work.failed" : "work.ended",
                name,
                stand.stage() + why,
                why.strip());
    }

    private static String left(LongWork work, Texts texts) {
        var left = work.stand().left();
        return left == null ? "" : TimeText.left(left, texts);
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts)
                .filter(each -> each != null && !each.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
