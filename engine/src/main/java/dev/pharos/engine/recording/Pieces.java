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
record Pieces(Path folder, List<@Nullable Piece> lines) {

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
        var bytes = ByteBuffer.wrap(Files.readAllBytes(folder.resolve(PieceWriter.LOG)));
        var lines = new ArrayList<@Nullable Piece>();
        while (bytes.remaining() >= Piece.BYTES) {
            lines.add(Piece.decode(bytes));
        }
        return new Pieces(folder, lines);
    }

    /// How long it is if all its pieces are whole, without reading them.
    long durationMs() throws IOException {
        var last = sounds().reduce((_, later) -> later);
        if (last.isEmpty() || !Files.exists(sound())) {
            return 0;
        }
        long written = (Files.size(sound()) - WavHeader.BYTES) / 2;
        return Math.max(0, Math.min(written, last.get().end())) * 1000 / last.get().rate();
    }

    /// Cuts off what no line vouches for behind the last whole piece and writes the header and the
    /// markers, durably. A damaged piece before that stays as it is, so that all times stay true.
    /// Does nothing where that was done before, and does it all where it was done by half.
    Ended end() throws IOException {
        try (var file =
                FileChannel.open(sound(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var whole = new ArrayList<Piece>();
            for (var piece : sounds().toList()) {
                if (whole(file, piece)) {
                    whole.add(piece);
                }
            }
            if (whole.isEmpty()) {
                throw new NoSuchFileException(sound().toString());
            }
            return end(file, whole);
        }
    }

    private Ended end(FileChannel file, List<Piece> whole) throws IOException {
        int rate = whole.getLast().rate();
        long samples = whole.getLast().end();
        var marks =
                of(Piece.Kind.MARK)
                        .map(mark -> Math.min(mark.position(), samples))
                        .sorted()
                        .toList();
        boolean gapless = whole.stream().mapToLong(Piece::count).sum() == samples;
        boolean asked = of(Piece.Kind.END).anyMatch(end -> end.position() == samples);
        seal(file, rate, samples * 2, marks);
        return new Ended(rate, samples, marks, asked && gapless);
    }

    private static void seal(FileChannel file, int rate, long sound, List<Long> marks)
            throws IOException {
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
