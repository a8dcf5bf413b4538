package dev.pharos.models.audio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.AudioInfo;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What ffprobe finds in a media file.
///
/// @param stated for how many milliseconds the file itself says that its first sound track goes on;
///   null where it says nothing, or where that is a guess from its size
/// @param vague whether hardly more than its name makes it a file of sound
record MediaProbe(AudioInfo info, @Nullable Long stated, boolean vague) {

    /// ffprobe's score of a format that little but the name of the file tells; 100 where it is
    /// sure.
    private static final int VAGUE = 25;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /// What is told of a file with hundreds of tracks and long tags is a tenth of this.
    private static final int LARGEST = 4 << 20;

    private static final String GUESS = "Estimating duration from bitrate";

    /// @throws ProblemException about `name`, where there is nothing to decode
    static MediaProbe of(FfmpegProgram program, Path file, Path name, Progress progress)
            throws ProblemException, IOException {
        var arguments = new ArrayList<>(List.of("-v", "warning"));
        arguments.addAll(SoundTypes.LOCAL_ONLY);
        arguments.addAll(List.of("-print_format", "json", "-show_format", "-show_streams"));
        arguments.add(address(file));
        var process = program.start("ffprobe", arguments);
        var complaints = Complaints.of(process, (_, line) -> line.contains(GUESS));
        var told = ShortOutput.of(process, LARGEST, LIMIT, progress);
        if (told == null) {
            throw new ProblemException(new Problem.TookTooLong(name, LIMIT));
        }
        return of(JSON.readTree(told), complaints.grave(), file, name);
    }

    /// A path that ffmpeg takes as it is, whatever letters are in it.
    static String address(Path file) {
        return "file:" + file.toAbsolutePath();
    }

    private static MediaProbe of(JsonNode found, boolean guessed, Path file, Path name)
            throws ProblemException, IOException {
        var sound = first(found.path("streams"), "audio");
        var pictures = first(found.path("streams"), "video");
        var format = found.path("format");
        if (found.path("streams").isEmpty()) {
            throw new ProblemException(
                    SoundTypes.suggestedBy(file, name)
                            ? new Problem.DamagedFile(name)
                            : new Problem.UnsupportedFormat(
                                    name, SoundTypes.mediaType(file, name)));
        }
        if (sound == null) {
            throw new ProblemException(new Problem.NoSound(name));
        }
        boolean video = pictures != null;
        var whole = milliseconds(format.path("duration"));
        var info =
                new AudioInfo(
                        SoundTypes.mediaType(format.path("format_name").asText(), video),
                        sound.path("codec_name").asText("unknown"),
                        whole,
                        sound.path("sample_rate").asInt(),
                        sound.path("channels").asInt(),
                        tag(format, sound, "title"),
                        tag(format, sound, "artist"),
                        video);
        boolean vague = format.path("probe_score").asInt() <= VAGUE;
        var stated = guessed ? null : end(sound, format, video ? null : whole);
        return new MediaProbe(info, stated, vague);
    }

    /// The track may begin later than the file, whose own times may begin anywhere.
    private static @Nullable Long end(JsonNode sound, JsonNode format, @Nullable Long otherwise) {
        var length = milliseconds(sound.path("duration"));
        if (length == null) {
            return otherwise;
        }
        var start = milliseconds(sound.path("start_time"));
        var zero = milliseconds(format.path("start_time"));
        return start == null || zero == null ? length : length + Math.max(0, start - zero);
    }

    private static @Nullable JsonNode first(JsonNode streams, String kind) {
        for (var stream : streams) {
            if (stream.path("codec_type").asText().equals(kind)
                    && stream.path("disposition").path("attached_pic").asInt() == 0) {
                return stream;
            }
        }
        return null;
    }

    private static @Nullable Long milliseconds(JsonNode seconds) {
        double value = seconds.asDouble(Double.NaN);
        return Double.isNaN(value) ? null : Math.round(value * 1000);
    }

    /// Ogg keeps tags in the track, others in the container.
    private static @Nullable String tag(JsonNode format, JsonNode sound, String wanted) {
        for (var holder : List.of(format, sound)) {
            for (var tag : holder.path("tags").properties()) {
                if (tag.getKey().equalsIgnoreCase(wanted) && !tag.getValue().asText().isBlank()) {
                    return tag.getValue().asText().strip();
                }
            }
        }
        return null;
    }
}
