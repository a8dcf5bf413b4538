package dev.pharos.models.whisper;

import com.sun.management.OperatingSystemMXBean;

import dev.pharos.engine.model.Device;
import dev.pharos.engine.model.DeviceSettings;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.SpeechToText;
import dev.pharos.engine.work.ChildDied;
import dev.pharos.engine.work.ChildJvm;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

/// Recognises speech with whisper.cpp (Gerganov and others), an implementation of Whisper (Radford
/// et al., "Robust Speech Recognition via Large-Scale Weak Supervision", 2022).
///
/// The native code runs in a process of its own, started by the first request, with the model kept
/// loaded until another one is asked for, and ended after a minute without work. If that process
/// dies it is started once more; cancelling asks it to stop and soon kills it. Where a GPU fails,
/// or a build that the owner plugged in, the bundled build does the work on the CPU, as long as its
/// process lives; after that the GPU gets another chance.
public final class WhisperSpeechToText implements SpeechToText {

    private static final Logger LOG = LoggerFactory.getLogger(WhisperSpeechToText.class);
    private static final Duration IDLE = Duration.ofMinutes(1);

    /// Pieces of sound. Two threads that share the work on one spend much of their time waiting for
    /// each other, two that each have their own do not.
    static final int AT_ONCE = 2;

    /// Larger models need much memory for each piece, and their threads wait less.
    private static final long SMALL = 500_000_000;

    /// Two pieces of sound take at most so much, and so many times the model's file more; of half
    /// precision less, but quantised ones work with larger numbers than they are stored in.
    private static final long ROOM = 500_000_000;

    private static final long ROOM_OF_MODEL = 5;

    private static final int ATTEMPTS = 2;
    private static final int ABORTED = 128 + 6;
    private static final String SOME_GPU = "GPU";

    /// Says on what to compute; asked at each recognition.
    @FunctionalInterface
    public interface Devices {
        DeviceSettings now() throws ProblemException;
    }

    /// Where a model runs since it failed where it should.
    private record Detour(Placement from, Path model, Placement to, Problem notice) {}

    private final WhisperProcess process;
    private final Devices devices;
    private final ModelChecks models = new ModelChecks();
    private final Turns turns = new Turns(AT_ONCE);
    private final AtomicInteger calls = new AtomicInteger();
    private volatile @Nullable Detour detour;
    private volatile boolean closed;

    /// @param cache a folder of the program's own; made when needed, may be deleted when no Pharos
    ///   runs
    public WhisperSpeechToText(Path cache, Devices devices) {
        this(cache, devices, IDLE);
    }

    WhisperSpeechToText(Path cache, Devices devices, Duration idle) {
        this.devices = devices;
        process = new WhisperProcess(cache, idle);
    }

    /// The bundled native code's name and version.
    public static String version() {
        return WhisperRuntime.NAME + " " + WhisperNatives.VERSION;
    }

    /// What a [Recognised#device] names.
    public static Device device(String name) {
        int colon = name.indexOf(": ");
        String id = colon < 0 ? name : name.substring(0, colon);
        String digits = id.replaceAll("\\D", "");
        return Backends.api(id)
                .map(api ->
                        new Device(
                                api,
                                digits.isEmpty() ? 0 : Integer.parseInt(digits),
                                name.substring(colon < 0 ? 0 : colon + 2)))
                .orElse(Device.CPU);
    }

    /// How many threads a recognition should use on this machine.
    public static int suitableThreads() {
        return Processors.suitableThreads();
    }

    /// `threads` of 0 or less stand for [#suitableThreads].
    @Override
    public Recognised recognise(float[] samples, Options options, Progress progress)
            throws ProblemException {
        if (samples.length > LONGEST) {
            throw new IllegalArgumentException(samples.length + " samples");
        }
        progress.checkpoint();
        var checked = models.check(options.model(), progress);
        var exact =
                new Options(
                        options.model().toAbsolutePath(),
                        options.language(),
                        options.translate(),
                        options.prompt(),
                        threads(options.threads()));
        return new Recognition(checked, exact, samples, progress).result();
    }

    private static int threads(int wanted) {
        return wanted > 0
                ? Math.min(wanted, Runtime.getRuntime().availableProcessors())
                : suitableThreads();
    }

    @Override
    public List<Integer> lanes(Path model, int threads) throws ProblemException {
        int all = threads(threads);
        boolean shared =
                all > 1
                        && shareable(
                                Placement.of(devices.now()), models.check(model, Progress.NONE));
        return shared ? List.of((all + 1) / 2, all / 2) : List.of(all);
    }

    private static boolean shareable(Placement placement, ModelChecks.Checked checked) {
        long model = checked.model().bytes();
        return placement.safe()
                && model <= SMALL
                && 2 * (ROOM + ROOM_OF_MODEL * model) <= memory() // other programs need some too
                && WhisperNatives.haveCFunctions();
    }

    private static long memory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                .getTotalMemorySize();
    }

    /// One piece of sound, tried until it is recognised or there is no other way left.
    private final class Recognition {
        private final ModelChecks.Checked checked;
        private final Options options;
        private final float[] samples;
        private final Progress progress;
        private Placement placement;
        private boolean aligned = true;
        private boolean alone;
        private boolean accompanied;
        private int deaths;

        Recognition(
                ModelChecks.Checked checked, Options options, float[] samples, Progress progress)
                throws ProblemException {
            this.checked = checked;
            this.options = options;
            this.samples = samples;
            this.progress = progress;
            placement = Placement.of(devices.now());
            if (process.running() == null) {
                detour = null;
            }
            var known = detour;
            if (known != null
                    && known.from().equals(placement)
                    && known.model().equals(options.model())) {
                placement = known.to();
                progress.notice(known.notice());
            }
        }

        Recognised result() throws ProblemException {
            while (true) {
                try {
                    var recognised = attempt();
                    if (recognised != null) {
                        progress.report(samples.length, samples.length);
                        return recognised;
                    }
                } catch (IOException e) {
                    progress.checkpoint();
                    if (closed) {
                        throw (CancellationException) new CancellationException().initCause(e);
                    }
                    lost(e);
                }
            }
        }

        /// @return null where it has to be tried elsewhere
        private @Nullable Recognised attempt() throws IOException, ProblemException {
            int call = calls.incrementAndGet();
            var request =
                    new Request.Recognise(
                            call, placement, checked.version(), aligned, options, samples);
            switch (asked(request)) {
                case Reply.Done(var recognised, var complaint) -> {
                    if (complaint != null) {
                        progress.notice(new Problem.DeviceFailed(SOME_GPU, complaint));
                    }
                    return recognised;
                }
                case Reply.Refused(var detail) ->
                        goTo(
                                placement.bundled(),
                                new Problem.RuntimeRefused(placement.folder(), detail));
                case Reply.Failed(Problem.ModelUnavailable(_, var detail)) when !placement.safe() ->
                        goTo(Placement.SAFEST, failure(SOME_GPU, detail));
                case Reply.Failed(var problem) -> throw new ProblemException(problem);
                case Reply.Cancelled() -> throw new CancellationException();
                case Reply.Described _ -> throw new IllegalStateException("nobody asked");
            }
            return null;
        }

        private Reply asked(Request.Recognise request) throws IOException {
            boolean only = alone || !shareable(placement, checked);
            try (var turn = turns.take(WhisperProcess.Setup.of(request), only, progress)) {
                progress.report(0, samples.length);
                try {
                    return process.ask(request, progress);
                } finally {
                    accompanied = turn.accompanied();
                }
            }
        }

        /// whisper.cpp's alignment aborts on what it takes for a piece of a few frames: that is not
        /// the fault of a device, and goes without it.
        private void lost(IOException e) throws ProblemException {
            if (accompanied) { // the other one may have been the cause
                alone = true;
                return;
            }
            boolean aborted = e instanceof ChildDied died && died.exitStatus() == ABORTED;
            if (placement.safe()) {
                deaths++;
                if (deaths == ATTEMPTS) {
                    throw new ProblemException(
                            new Problem.RecogniserDied(checked.model().name(), 0), e);
                }
                aligned = !aborted;
            } else if (aborted && aligned) {
                aligned = false;
            } else {
                String said = e instanceof ChildDied died ? died.lastWords() : "";
                String gpu = NativeLog.backend(said);
                String complaint = NativeLog.complaint(said);
                goTo(
                        Placement.SAFEST,
                        failure(
                                gpu.isEmpty() ? SOME_GPU : gpu,
                                complaint.isEmpty() ? Detail.of(e) : Detail.said(complaint)));
            }
        }

        private Problem failure(String gpu, Detail detail) {
            return placement.mayUseGpu()
                    ? new Problem.DeviceFailed(gpu, detail)
                    : new Problem.RuntimeRefused(placement.folder(), detail);
        }

        private void goTo(Placement next, Problem notice) throws ProblemException {
            LOG.warn("{} on {}: {}", checked.model().name(), placement, notice);
            detour = new Detour(Placement.of(devices.now()), options.model(), next, notice);
            placement = next;
            aligned = true;
            progress.notice(notice);
        }
    }

    @Override
    public Model check(Path model, Progress progress) throws ProblemException {
        return models.check(model, progress).model();
    }

    /// For tests: the process, if it runs.
    @Nullable ChildJvm running() {
        return process.running();
    }

    @Override
    public void close() {
        closed = true;
        process.close();
    }
}
