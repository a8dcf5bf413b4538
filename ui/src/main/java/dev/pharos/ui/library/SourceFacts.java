package dev.pharos.ui.library;

import dev.pharos.engine.library.Recordings;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.work.Job;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Clock;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is told of a source beside its title. For the JavaFX thread.
public final class SourceFacts {
    private final Texts texts;
    private final boolean kinds;
    private final List<Runnable> listeners = new ArrayList<>();
    private Map<SourceId, Long> lengths = Map.of();
    private Map<SourceId, Job.State> jobs = Map.of();

    /// @param kinds whether the kind of a source is told, as where there are several
    public SourceFacts(Texts texts, boolean kinds) {
        this.texts = texts;
        this.kinds = kinds;
    }

    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /// Tells from now on how long recordings are.
    ///
    /// @param now in milliseconds
    public void setLengths(Map<SourceId, Long> now) {
        if (!lengths.equals(now)) {
            lengths = Map.copyOf(now);
            listeners.forEach(Runnable::run);
        }
    }

    /// Tells from now on how far transcriptions are.
    public void setJobs(List<Job> now) {
        var states = new HashMap<SourceId, Job.State>();
        now.stream()
                .filter(job -> job.kind().equals(Recordings.TRANSCRIBE))
                .filter(job -> job.state() != Job.State.DONE)
                .forEach(job -> states.putIfAbsent(SourceId.of(job.subject()), job.state()));
        if (!jobs.equals(states)) {
            jobs = states;
            listeners.forEach(Runnable::run);
        }
    }

    String of(Source source) {
        return Stream.of(
                        kinds ? texts.text("kind." + source.kind().id()) : "",
                        String.join(", ", source.authors()),
                        day(source),
                        source.kind() == SourceKind.RECORDING
                                ? sound(source)
                                : source.passages() == 0 ? texts.text("library.noText") : "")
                .filter(each -> !each.isBlank())
                .collect(Collectors.joining(" · "));
    }

    private String day(Source source) {
        var date = source.created() != null ? source.created() : source.modified();
        return date == null
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(texts.locale())
                        .withZone(ZoneId.systemDefault())
                        .format(date);
    }

    private String sound(Source source) {
        Long length = lengths.get(source.id());
        var parts = new ArrayList<String>();
        if (length != null) {
            parts.add(Clock.of(length));
        }
        String wordless = texts.text(length == null ? "library.wordless" : "library.silent");
        String state = state(jobs.get(source.id()), source.passages() == 0 ? wordless : "");
        if (!state.isEmpty()) {
            parts.add(state);
        }
        return String.join(" · ", parts);
    }

    private String state(Job.@Nullable State state, String words) {
        if (state == null) {
            return words;
        }
        return switch (state) {
            case WAITING -> texts.text("job.waiting");
            case RUNNING -> texts.text("job.stage.listening");
            case PAUSED -> texts.text("job.paused");
            case FAILED, CANCELLED, DONE -> words;
        };
    }
}
