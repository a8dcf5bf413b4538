package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.work.JobQueue;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// The progress of one transcription: seconds done of all, how many times faster than it is heard,
/// on what, and how long it will still take.
final class SpeechBar implements JobQueue.Report, AutoCloseable {
    private final Session session;
    private final Bar bar;
    private final long began = System.nanoTime();
    private volatile String stage = "listening";
    private volatile @Nullable String device;
    private volatile long first = -1;
    private volatile @Nullable Problem noticed;

    SpeechBar(Session session) {
        this.session = session;
        bar = session.bar(this::line);
    }

    private String line(long done, long total) {
        double seconds = (System.nanoTime() - began) / 1e9;
        double speed = (done - Math.max(0, first)) / 1000.0 / seconds;
        return line(stage, done, total, speed, device);
    }

    /// Before the first piece is recognised, which tells the device, nothing is told of the speed.
    ///
    /// @param measured sound a second of the clock, 0 while unknown
    static String line(
            @Nullable String stage,
            long done,
            long total,
            double measured,
            @Nullable String device) {
        double speed = device == null || device.isEmpty() ? 0 : measured;
        var left = speed <= 0 ? Duration.ZERO : Duration.ofMillis((long) ((total - done) / speed));
        return text(
                "progress.sound",
                "speakers".equals(stage) ? text("progress.speakers") : text("progress.listening"),
                TimeText.of(done),
                TimeText.of(total),
                speed,
                device == null ? "" : device,
                device == null ? 0 : 1,
                TimeText.of(left.toMillis()),
                speed <= 0 ? 0 : 1);
    }

    @Override
    public void report(long done, long total) {
        if (first < 0) {
            first = done; // what an earlier run had finished says nothing of the speed
        }
        bar.report(done, total);
    }

    @Override
    public boolean cancelled() {
        return bar.cancelled();
    }

    @Override
    public void stage(String begun) {
        stage = begun;
    }

    @Override
    public void device(String used) {
        device = used;
    }

    @Override
    public void notice(Problem problem) {
        if (!problem.equals(noticed)) {
            noticed = problem;
            bar.above(() -> session.tell(ProblemText.of(problem)));
        }
    }

    @Override
    public void close() {
        bar.close();
    }
}
