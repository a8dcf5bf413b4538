package dev.pharos.ui.data;

import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.data.MirrorViewModel.State;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;

/// Says in words what was mirrored, and how it stands.
final class MirrorText {

    private MirrorText() {}

    /// What was done, or that nothing was to be done.
    static String done(MirrorSettings.Done done, Texts texts) {
        var parts = new ArrayList<String>();
        add(parts, texts, "data.read", done.read());
        add(parts, texts, "data.written", done.written());
        add(parts, texts, "data.merged", done.merged());
        add(parts, texts, "data.keptTwice", done.keptTwice());
        add(parts, texts, "data.trashed", done.trashed());
        add(parts, texts, "data.deleted", done.deleted());
        return parts.isEmpty() ? texts.text("data.same") : String.join(", ", parts);
    }

    private static void add(ArrayList<String> parts, Texts texts, String key, int count) {
        if (count > 0) {
            parts.add(texts.text(key, count));
        }
    }

    /// How it stands now.
    static String state(State state, MirrorSettings settings, Texts texts, ProblemText problems) {
        return switch (state) {
            case State.Running _ -> texts.text("data.mirroring");
            case State.Stopped(var why) ->
                    settings.kept()
                            ? texts.text("data.paused", problems.of(why))
                            : problems.of(why);
            case State.Same _ -> texts.text(settings.kept() ? "data.keeping" : "data.same");
            case State.Quiet _ -> "";
        };
    }

    /// What was done last, and when; empty where nothing ever was.
    static String last(MirrorSettings settings, Texts texts) {
        return settings.at() == 0
                ? ""
                : texts.text("data.last", when(settings.at(), texts), done(settings.done(), texts));
    }

    private static String when(long at, Texts texts) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(texts.locale())
                .withZone(ZoneId.systemDefault())
                .format(Instant.ofEpochMilli(at));
    }
}
