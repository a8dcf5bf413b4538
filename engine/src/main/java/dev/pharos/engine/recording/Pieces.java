package dev.pharos.engine.recording;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What the log in a recording's folder says is there.
///
/// @param lines null for a damaged one
/// @param rate samples a second
record Pieces(Path folder, List<@Nullable Piece> lines, int rate) {

    /// A kill or a power cut leaves so much sound at most that no line vouches for.
    private static final long UNVOUCHED_SECONDS = 2;

    /// An ended recording.
    ///
    /// @param samples in the sound file
    /// @param marks in samples
    /// @param complete the user ended it, and every piece is whole
    record Ended(int rate, long samples, List<Long> marks, boolean complete) {

        long inMs(long sample) {
            return sample * 1000 / rate;
        }
    }

    /// @throws NoSuchFileException where there is no recording
    static Pieces read(Path folder) throws IOException {
        var log = folder.resolve(PieceWriter.LOG);
        var bytes = ByteBuffer.wrap(Files.exists(log) ? Files.readAllBytes(log) : new byte[0]);
        var lines = new ArrayList<@Nullable Piece>();
        while (bytes.remaining() >= Piece.BYTES) {
            lines.add(Piece.decode(bytes));
        }
        try (var sound = FileChannel.open(folder.resolve(PieceWriter.SOUND))) {
            var rates = lines.stream().filter(Objects::nonNull).map(Piece::rate);
            int rate = rates.findFirst().orElse(WavHeader.rate(read(sound, 0, WavHeader.BYTES)));
            if (rate <= 0) {
                throw new NoSuchFileException(folder.toString());
            }
            return new Pieces(folder, lines, rate);
        }
    }

    /// How long it is if all its pieces are whole, without reading them.
    long durationMs() throws IOException {
        try (var file = FileChannel.open(sound())) {
            long written = written(file.size());
            var last = sounds().reduce((_, later) -> later);
            long samples = last.isEmpty() ? written : samples(file, last.get().end());
            return Math.min(written, samples) * 1000 / rate;
        }
    }

    /// How much of the sound stays: up to the last piece that a line vouches for. What is behind
    /// that was being written as the recording ended, unless it is more than that can be: then the
    /// log has lost its end, and not the sound.
    private long samples(FileChannel file, long vouched) throws IOException {
        long sealed = WavHeader.samples(read(file, 0, WavHeader.BYTES));
        if (sealed >= 0) {
            return Math.max(sealed, vouched);
        }
        long written = written(file.size());
        return written - vouched > UNVOUCHED_SECONDS * rate ? written : vouched;
    }

    /// Cuts off what was being written behind the last whole piece and writes the header and the
    /// markers, durably. A damaged piece before that stays as it is, so that all times stay true,
    /// and so does all sound behind a log that is lost or cut. Does nothing where that was done
    /// before, and does it all where it was done by half.
    Ended end() throws IOException {
        try (var file =
                FileChannel.open(sound(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var whole = whole(file);
            long samples =
                    whole.isEmpty() ? written(file.size()) : samples(file, whole.getLast().end());
            var marks =
                    of(Piece.Kind.MARK)
                            .map(mark -> Math.min(mark.position(), samples))
                            .sorted()
                            .toList();
            boolean gapless = whole.stream().mapToLong(Piece::count).sum() == samples;
            boolean asked = of(Piece.Kind.END).anyMatch(end -> end.position() == samples);
            if (samples > 0) {
                seal(file, samples * 2, whole.isEmpty() ? List.of() : marks);
            }
            return new Ended(rate, samples, marks, asked && gapless);
        }
    }

    private List<Piece> whole(FileChannel file) throws IOException {
        var whole = new ArrayList<Piece>();
        for (var piece : sounds().toList()) {
            if (whole(file, piece)) {
                whole.add(piece);
            }
        }
        return whole;
    }

    private static long written(long fileBytes) {
        return Math.max(0, fileBytes - WavHeader.BYTES) / 2;
    }

    private void seal(FileChannel file, long sound, List<Long> marks) throws IOException {
        var cues = WavHeader.cues(marks);
        var header = WavHeader.of(rate, sound, cues.remaining());
        if (file.size() == WavHeader.BYTES + sound + cues.remaining()
                && header.equals(read(file, 0, WavHeader.BYTES))) {
            return;
        }
        file.truncate(WavHeader.BYTES + sound);
        try {
            write(file, cues, WavHeader.BYTES + sound);
        } catch (IOException _) {
            // A full disk: the markers are in the log, the file goes without them.
            file.truncate(WavHeader.BYTES + sound);
            header = WavHeader.of(rate, sound, 0);
        }
        file.force(false);
        write(file, header, 0);
        file.force(false);
    }

    private static boolean whole(FileChannel file, Piece piece) throws IOException {
        long from = WavHeader.BYTES + piece.position() * 2;
        int bytes = piece.count() * 2;
        return piece.position() >= 0
                && bytes > 0
                && from + bytes <= file.size()
                && Piece.checksum(read(file, from, bytes)) == piece.checksum();
    }

    private static ByteBuffer read(FileChannel file, long from, int bytes) throws IOException {
        var buffer = ByteBuffer.allocate(bytes);
        while (buffer.hasRemaining() && file.read(buffer, from + buffer.position()) >= 0) {}
        return buffer.flip();
    }

    private static void write(FileChannel file, ByteBuffer bytes, long at) throws IOException {
        for (long to = at; bytes.hasRemaining(); ) {
            to += file.write(bytes, to);
        }
    }

    private Path sound() {
        return folder.resolve(PieceWriter.SOUND);
    }

    private Stream<Piece> sounds() {
        return of(Piece.Kind.SOUND);
    }

    private Stream<Piece> of(Piece.Kind kind) {
        return lines.stream().filter(Objects::nonNull).filter(line -> line.kind() == kind);
    }
}
