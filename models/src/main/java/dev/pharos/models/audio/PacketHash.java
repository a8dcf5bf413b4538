package dev.pharos.models.audio;

import dev.pharos.engine.work.Progress;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A SHA-256 of the first sound track as it is encoded, without what a file says of it elsewhere.
final class PacketHash {
    private static final Pattern TOLD = Pattern.compile("0,a,SHA256=([0-9a-f]{64})\\s*");
    private static final int MOST = 1 << 10;

    /// Only the disk takes its time here.
    private static final Duration LIMIT = Duration.ofHours(1);

    private PacketHash() {}

    static String of(FfmpegProgram program, Path file, Progress progress) throws IOException {
        var arguments = new ArrayList<>(List.of("-v", "error", "-nostdin"));
        arguments.addAll(SoundTypes.LOCAL_ONLY);
        arguments.addAll(List.of("-i", MediaProbe.address(file), "-map", "0:a:0", "-c", "copy"));
        arguments.addAll(List.of("-f", "streamhash", "-hash", "sha256", "pipe:1"));
        var process = program.start("ffmpeg", arguments);
        var complaints = Complaints.of(process);
        var told = ShortOutput.of(process, MOST, LIMIT, progress);
        var hash = TOLD.matcher(told == null ? "" : new String(told, StandardCharsets.US_ASCII));
        if (!hash.matches()) {
            throw new IOException(String.join("\n", complaints.lines()));
        }
        return hash.group(1);
    }
}
