package dev.pharos.engine.transcription;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.Waveform;
import dev.pharos.engine.transcription.SpeechToText.Recognised;
import dev.pharos.engine.work.JobQueue;
import dev.pharos.engine.work.Progress;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/// One file on its way to a transcript: the windows one after another, then the voices.
final class Transcription {
    private static final Logger LOG = LoggerFactory.getLogger(Transcription.class);
    private static final String LISTENING = "listening";
    private static final String SPEAKERS = "speakers";
    private static final String ENGLISH = "en";
    private static final String UNKNOWN = "und";

    /// So much speech tells reliably which language it is.
    private static final long TELLING_MS = 5_000;

    private final Transcriber.Parts parts;
    private final Transcriber.Sound sound;
    private final TranscriptionOptions options;
    private final Checkpoints checkpoints;
    private final JobQueue.Report report;

    private final List<Segment> segments = new ArrayList<>();
    private final List<Diarizer.Span> speech = new ArrayList<>();

    /// Windows under way that an earlier run has recognised.
    private final Set<SpeechWindow> recalled = Collections.newSetFromMap(new IdentityHashMap<>());

    private String key = "";
    private String language = SpeechToText.AUTO;
    private String heard = UNKNOWN;
    private long most;
    private String device = "";
    private int begun;
    private long reached;
    private long total;

    Transcription(
            Transcriber.Parts parts,
            Transcriber.Sound sound,
            TranscriptionOptions options,
            Checkpoints checkpoints,
            JobQueue.Report report) {
        this.parts = parts;
        this.sound = sound;
        this.options = options;
        this.checkpoints = checkpoints;
        this.report = report;
    }

    Transcript run(Consumer<Waveform> waveform) throws ProblemException {
        if (options.model() == null) {
            throw new ProblemException(new Problem.NoSpeechModel(parts.models().folder()));
        }
        var model = parts.speech().check(parts.models().find(options.model()), report);
        key = sound.key() + "/" + fingerprint(model);
        language = model.multilingual() || !auto() ? options.language() : ENGLISH;
        var stated = parts.audio().info(sound.file(), sound.name()).durationMs();
        total = stated == null ? 0 : stated;
        report.stage(LISTENING);
        long duration;
        boolean complete;
        var cut = SpeechWindows.Settings.upTo(model.windowMs());
        try (var listening = new Listening(sound, parts.audio(), parts.voices(), cut)) {
            listen(listening, model);
            duration = listening.durationMs();
            complete = listening.complete();
            waveform.accept(listening.waveform());
        }
        total = duration;
        report.report(duration, total);
        return new Transcript(
                options.translate() && !segments.isEmpty() ? ENGLISH : heard,
                duration,
                model.name(),
                device,
                options.speakers() ? toldApart() : segments,
                complete);
    }

    private boolean auto() {
        return options.language().equals(SpeechToText.AUTO);
    }

    /// Names all that a window's result depends on beside its sound.
    private String fingerprint(SpeechToText.Model model) {
        String all =
                String.join(
                        "\n",
                        model.name(),
                        String.valueOf(model.bytes()),
                        String.valueOf(model.file().toFile().lastModified()),
                        options.language(),
                        String.valueOf(options.translate()),
                        String.valueOf(options.prompt()));
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private void listen(Listening listening, SpeechToText.Model model) throws ProblemException {
        var lanes = parts.speech().lanes(model.file(), options.threads());
        try (var ahead = new Recognitions(lanes, report::cancelled, report::notice)) {
            while (!ahead.isEmpty() || !listening.over()) {
                report.checkpoint();
                if (ready(ahead)) {
                    begin(listening, model, ahead);
                }
                take(ahead);
            }
        }
    }

    /// While nobody knows the language, windows depend on each other.
    private boolean ready(Recognitions ahead) {
        return unknown() ? ahead.isEmpty() : !ahead.full();
    }

    private boolean unknown() {
        return language.equals(SpeechToText.AUTO);
    }

    private void begin(Listening listening, SpeechToText.Model model, Recognitions ahead) {
        long settled = listening.settledMs();
        var window = listening.poll();
        if (window != null) {
            begin(window, unknown() || listening.last(window), model, ahead);
        } else if (ahead.isEmpty()) {
            tell(settled);
        }
    }

    private void begin(
            SpeechWindow window, boolean alone, SpeechToText.Model model, Recognitions ahead) {
        int index = begun++;
        String mine = key + "/" + Integer.toHexString(SpeechWindow.checksum(window.samples()));
        var kept = checkpoints.find(mine, index);
        if (kept.isPresent() && ahead.isEmpty()) {
            add(window, kept.get());
            recall(window.endMs());
        } else if (kept.isPresent()) {
            recalled.add(window);
            ahead.add(window, alone, (_, _) -> kept.get());
        } else {
            ahead.add(window, alone, recogniser(window, model, mine, index));
        }
    }

    private void take(Recognitions ahead) throws ProblemException {
        var first = ahead.first();
        if (first == null) {
            return;
        }
        var recognised = ahead.poll();
        if (recognised == null) {
            tell(first.doneMs());
        } else {
            add(first.window(), recognised);
            if (recalled.remove(first.window())) {
                recall(first.window().endMs());
            } else {
                tell(first.window().endMs());
            }
        }
    }

    private void tell(long doneMs) {
        reach(doneMs);
        report.report(reached, total);
    }

    private void recall(long doneMs) {
        reach(doneMs);
        report.recall(reached, total);
    }

    private void reach(long doneMs) {
        reached = Math.max(reached, doneMs);
        total = total == 0 ? 0 : Math.max(total, reached);
    }

    private Recognitions.Recogniser recogniser(
            SpeechWindow window, SpeechToText.Model model, String mine, int index) {
        String spoken = language;
        return (threads, progress) -> {
            var how =
                    new SpeechToText.Options(
                            model.file(), spoken, options.translate(), options.prompt(), threads);
            var recognised = recognised(window, how, progress);
            progress.checkpoint();
            checkpoints.save(mine, index, recognised);
            return recognised;
        };
    }

    private Recognised recognised(SpeechWindow window, SpeechToText.Options how, Progress progress)
            throws ProblemException {
        try {
            return parts.speech().recognise(window.samples(), how, progress);
        } catch (ProblemException e) {
            throw window.inFile(e);
        }
    }

    /// The language is that of the first window that has speech enough to tell, for all that
    /// follow; until then that of the one with the most.
    private void add(SpeechWindow window, Recognised recognised) {
        device = recognised.device();
        report.device(device);
        if (unknown() && window.speechMs() >= TELLING_MS) {
            language = recognised.language();
            heard = language;
            most = Long.MAX_VALUE;
        } else if (window.speechMs() > most) {
            heard = recognised.language();
            most = window.speechMs();
        }
        segments.addAll(window.inFile(Inventions.without(recognised.segments(), window)));
        speech.addAll(window.speech());
    }

    /// The words are worth more than the voices: whatever goes wrong here, they stay.
    private List<Segment> toldApart() throws ProblemException {
        var diarizer = parts.diarizer();
        if (diarizer == null || segments.isEmpty()) {
            return segments;
        }
        report.stage(SPEAKERS);
        try (var stream = parts.audio().open(sound.file(), sound.name())) {
            return SpeakerTurns.told(segments, diarizer.turns(stream, speech, report));
        } catch (CancellationException e) {
            throw e;
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.DecoderEnded) {
                throw e;
            }
            LOG.warn("the voices in {} are not told apart", sound.name(), e);
            return segments;
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.warn("the voices in {} are not told apart", sound.name(), e);
            return segments;
        }
    }
}
