package dev.pharos.models.audio;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.AudioDecoder;
import dev.pharos.engine.recording.AudioInfo;
import dev.pharos.engine.recording.AudioStream;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Decodes through the bundled ffmpeg, one child process a stream. The first sound track counts;
/// gaps in its times become silence, so that sample `n` is heard at `n / RATE` seconds of the file.
/// [#close()] ends streams that are still open.
public final class FfmpegAudioDecoder implements AudioDecoder {

    /// Of the filter `aresample`: gaps in the times become silence.
    static final String RESAMPLED_BY_TIME = ":async=1:first_pts=0";

    private final Path cache;
    private final Set<AudioStream> open = ConcurrentHashMap.newKeySet();
    private @Nullable FfmpegProgram program;

    /// @param cache a folder of the program's own; made when needed, may be deleted when no Pharos
    ///   runs
    public FfmpegAudioDecoder(Path cache) {
        this.cache = cache;
    }

    @Override
    public boolean looksLikeSound(Path file, Path name) {
        try {
            return SoundTypes.suggestedBy(file, name);
        } catch (IOException _) {
            return false; // whoever reads it next says why it cannot be read
        }
    }

    @Override
    public AudioInfo info(Path file, Path name, Progress progress) throws ProblemException {
        var probe = probe(file, name, progress);
        if (probe.vague()) {
            try (var stream = open(file, name)) {
                stream.read(new float[1]); // throws where it is no sound at all
            }
        }
        return probe.info();
    }

    @Override
    public String fingerprint(Path file, Path name, Progress progress) throws ProblemException {
        var info = info(file, name, progress);
        try {
            var packets = PacketHash.of(program(), file, progress);
            return String.join(
                    " ",
                    info.codec(),
                    String.valueOf(info.sampleRate()),
                    String.valueOf(info.channels()),
                    packets);
        } catch (IOException e) {
            throw unreadable(file, name, e);
        }
    }

    @Override
    public AudioStream open(Path file, Path name) throws ProblemException {
        var probe = probe(file, name, Progress.NONE);
        var arguments =
                soundOf(
                        file,
                        List.of(),
                        "-ac",
                        "1",
                        "-af",
                        "aresample=" + RATE + RESAMPLED_BY_TIME);
        try {
            boolean cut = FileEnd.missing(file);
            var ffmpeg = program();
            var stream =
                    new FfmpegStream(
                            () -> ffmpeg.start("ffmpeg", arguments),
                            name,
                            cut,
                            probe.stated(),
                            open::remove);
            open.add(stream);
            return stream;
        } catch (IOException e) {
            throw unreadable(file, name, e);
        }
    }

    /// The program's name and version, as it tells them itself.
    ///
    /// @throws ProblemException `PartUnavailable` where it does not run here
    public String version() throws ProblemException {
        try {
            return program().version();
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    /// Arguments with which ffmpeg decodes the first sound track of a local file, and of nothing
    /// else, to 16-bit samples.
    ///
    /// @param part of the file that is read, all where empty
    /// @param shape what the samples shall be like
    static List<String> soundOf(Path file, List<String> part, String... shape) {
        var arguments = new ArrayList<>(List.of("-v", "error", "-nostdin"));
        arguments.addAll(SoundTypes.LOCAL_ONLY);
        arguments.addAll(List.of("-threads", "1", "-vn", "-sn", "-dn"));
        arguments.addAll(part);
        arguments.addAll(List.of("-i", MediaProbe.address(file), "-map", "0:a:0"));
        arguments.addAll(List.of(shape));
        arguments.addAll(List.of("-f", "s16le", "pipe:1"));
        return arguments;
    }

    @Override
    public void close() {
        open.forEach(AudioStream::close);
    }

    MediaProbe probe(Path file, Path name, Progress progress) throws ProblemException {
        try {
            if (Files.size(file) == 0) {
                throw new ProblemException(new Problem.EmptyFile(name));
            }
            return MediaProbe.of(program(), file, name, progress);
        } catch (IOException e) {
            throw unreadable(file, name, e);
        }
    }

    /// The program, unpacked at first use.
    synchronized FfmpegProgram program() throws ProblemException {
        if (program == null) {
            try {
                program = FfmpegProgram.unpacked(cache);
            } catch (IOException e) {
                throw unavailable(e);
            }
        }
        return program;
    }

    private static ProblemException unavailable(IOException cause) {
        return new ProblemException(
                new Problem.PartUnavailable("ffmpeg", String.valueOf(cause.getMessage())), cause);
    }

    private static ProblemException unreadable(Path file, Path name, IOException cause) {
        var problem =
                Files.notExists(file)
                        ? new Problem.FileMissing(name)
                        : Files.isReadable(file)
                                ? new Problem.DamagedFile(name)
                                : new Problem.AccessDenied(name);
        return new ProblemException(problem, cause);
    }
}
