package dev.pharos.engine.transcription;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// How times within a recording are written and read: by people, and in subtitles. In milliseconds,
/// never negative.
public final class Timecode {
    private static final Pattern TIME =
            Pattern.compile(
                    "(?:(?:(?<h>\\d{1,6}):)?(?<m>\\d{1,8}):)?(?<s>\\d{1,9})(?:[.,](?<f>\\d{1,9}))?");

    private Timecode() {}

    /// As short as can be, cut to the second: `1:05`, `1:00:05`.
    public static String brief(long ms) {
        long s = seconds(ms);
        return s < 3600
                ? String.format(Locale.ROOT, "%d:%02d", s / 60, s % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
    }

    /// Of one width below 100 hours, cut to the second: `01:00:05`.
    public static String full(long ms) {
        long s = seconds(ms);
        return String.format(Locale.ROOT, "%02d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
    }

    /// As in SubRip files: `01:00:05,250`.
    public static String srt(long ms) {
        return String.format(Locale.ROOT, "%s,%03d", full(ms), ms % 1000);
    }

    /// As in WebVTT files: `01:00:05.250`.
    public static String vtt(long ms) {
        return String.format(Locale.ROOT, "%s.%03d", full(ms), ms % 1000);
    }

    /// Reads all that is written here, and seconds alone (`65`, `65.5`). Empty for anything else.
    public static OptionalLong parse(String time) {
        var match = TIME.matcher(time.strip());
        if (!match.matches()) {
            return OptionalLong.empty();
        }
        long seconds =
                number(match.group("h")) * 3600
                        + number(match.group("m")) * 60
                        + number(match.group("s"));
        var fraction = match.group("f");
        return OptionalLong.of(
                seconds * 1000
                        + (fraction == null ? 0 : number((fraction + "00").substring(0, 3))));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static long seconds(long ms) {
        if (ms < 0) {
            throw new IllegalArgumentException(ms + " ms");
        }
        return ms / 1000;
    }
}
