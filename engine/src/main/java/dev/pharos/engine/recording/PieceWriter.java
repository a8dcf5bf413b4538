package dev.pharos.engine.recording;

import dev.pharos.engine.work.WholeFile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Writes a recording into its folder: `recording.wav` grows by a piece of sound, then `pieces.log`
/// by a line that vouches for it. So the sound is never copied: what ends a recording is a header,
/// which takes no room on a full disk, after its pieces were read once to see that they are whole;
/// and even without the log any program plays what there is. For one thread.
final class PieceWriter implements AutoCloseable {
    static final String SOUND = "recording.wav";
    static final String LOG = "pieces.log";

    private final int rate;
    private final FileChannel sound;
    private final FileChannel log;
    private long samples;
    private boolean forced = true;

    private PieceWriter(int rate, FileChannel sound, FileChannel log) {
        this.rate = rate;
        this.sound = sound;
        this.log = log;
    }

    /// Makes the folder, which must not exist, with an empty recording.
    static PieceWriter create(Path folder, int rate) throws IOException {
        Files.createDirectory(folder);
        var sound = fresh(folder.resolve(SOUND));
        try {
            var log = fresh(folder.resolve(LOG));
            var writer = new PieceWriter(rate, sound, log);
            writer.write(sound, WavHeader.growing(rate));
            writer.force();
            WholeFile.forceNames(folder);
            WholeFile.forceNames(folder.resolveSibling(""));
            return writer;
        } catch (IOException e) {
            sound.close();
            throw e;
        }
    }

    private static FileChannel fresh(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    void sound(short[] piece) throws IOException {
        var bytes = ByteBuffer.allocate(piece.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(piece);
        int checksum = Piece.checksum(bytes.duplicate());
        write(sound, bytes);
        line(new Piece(Piece.Kind.SOUND, rate, samples, piece.length, checksum));
        samples += piece.length;
    }

    void mark(long position) throws IOException {
        line(new Piece(Piece.Kind.MARK, rate, position, 0, 0));
    }

    void end() throws IOException {
        line(new Piece(Piece.Kind.END, rate, samples, 0, 0));
    }

    /// What was written survives a power cut when this returns.
    void force() throws IOException {
        if (!forced) {
            sound.force(false);
            log.force(false);
            forced = true;
        }
    }

    private void line(Piece piece) throws IOException {
        write(log, piece.encoded());
    }

    private void write(FileChannel file, ByteBuffer bytes) throws IOException {
        forced = false;
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        try (sound;
                log) {
            force();
        }
    }
}
