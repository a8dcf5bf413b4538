package dev.pharos.models.audio;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.AudioDecoder;
import dev.pharos.engine.recording.AudioStream;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// What one ffmpeg process decodes, as 16-bit samples from its output. One that a signal ended from
/// outside says nothing of the file: another one takes its place and leaves out what was read.
final class FfmpegStream implements AudioStream {

    /// Containers round their length, and codecs add or drop some frames at the ends.
    private static final long TOLERATED_MS = 500;

    /// What ffmpeg says when it loses sound; it says more, also of whole files.
    private static final Pattern LOSS =
            Pattern.compile(
                    "Error submitting packet|Decoding error|File ended prematurely|partial file");

    /// How a process ends that was told or forced to by HUP, INT, KILL or TERM; 255 is what ffmpeg
    /// gives when it heeds them, and at times of a bad file.
    private static final Set<Integer> SIGNALLED = Set.of(255, 129, 130, 137, 143);

    /// Begins to decode the file from its start.
    @FunctionalInterface
    interface Start {
        Process process() throws IOException;
    }

    private final Start start;
    private volatile Process process;
    private InputStream output;
    private Complaints complaints;
    private final Path name;
    private final boolean cut;
    private final @Nullable Long stated;
    private final Consumer<AudioStream> closed;
    private final ByteBuffer bytes =
            ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private long samplesRead;
    private long endedAt = -1;
    private boolean again;
    private boolean ended;
    private boolean complete;
    private volatile boolean killed;

    /// @param cut whether the file itself shows that its end is missing
    /// @param stated how long it should be, in milliseconds, if that is known
    FfmpegStream(
            Start start,
            Path name,
            boolean cut,
            @Nullable Long stated,
            Consumer<AudioStream> closed)
            throws IOException {
        this.start = start;
        this.process = start.process();
        this.output = process.getInputStream();
        this.complaints = Complaints.of(process, FfmpegStream::tellsLoss);
        this.name = name;
        this.cut = cut;
        this.stated = stated;
        this.closed = closed;
    }

    @Override
    public int read(float[] samples) throws ProblemException {
        if (!fill()) {
            return -1;
        }
        int count = Math.min(samples.length, bytes.remaining() / Short.BYTES);
        for (int i = 0; i < count; i++) {
            samples[i] = bytes.getShort() / 32768f;
        }
        samplesRead += count;
        return count;
    }

    /// @return whether there is a sample in `bytes`
    private boolean fill() throws ProblemException {
        while (bytes.remaining() < Short.BYTES && !ended) {
            bytes.compact();
            int count;
            try {
                count = output.read(bytes.array(), bytes.position(), bytes.remaining());
            } catch (IOException _) {
                count = -1; // killed
            }
            bytes.position(bytes.position() + Math.max(0, count)).flip();
            if (count < 0) {
                end();
            }
        }
        return !ended;
    }

    private void end() throws ProblemException {
        int exit = killed ? -1 : process.onExit().join().exitValue();
        if (SIGNALLED.contains(exit) && samplesRead != endedAt) {
            goOn();
            return;
        }
        ended = true;
        boolean faultless = exit == 0 && !complaints.grave();
        if (!killed && !faultless && samplesRead == 0) {
            throw new ProblemException(new Problem.DamagedFile(name));
        }
        long missing =
                stated == null ? 0 : stated - samplesRead * 1000 / AudioDecoder.RATE - TOLERATED_MS;
        complete = faultless && !cut && missing <= 0;
    }

    /// @throws ProblemException `DecoderEnded` where the second process was ended as well
    private void goOn() throws ProblemException {
        if (again) {
            ended = true;
            throw new ProblemException(new Problem.DecoderEnded(name));
        }
        again = true;
        endedAt = samplesRead;
        try {
            process = start.process();
            if (killed) {
                process.destroyForcibly();
            }
            output = process.getInputStream();
            complaints = Complaints.of(process, FfmpegStream::tellsLoss);
            output.skipNBytes(samplesRead * Short.BYTES);
        } catch (IOException e) {
            ended = true;
            if (!killed) {
                throw new ProblemException(new Problem.DecoderEnded(name), e);
            }
        }
        bytes.clear().limit(0);
    }

    /// Tags between the frames of MP3 are complained of as a lost packet too, and are none.
    private static boolean tellsLoss(String before, String complaint) {
        return LOSS.matcher(complaint).find() && !before.contains("Header missing");
    }

    @Override
    public boolean complete() {
        return complete;
    }

    @Override
    public void close() {
        killed = true;
        process.destroyForcibly();
        closed.accept(this);
    }
}
