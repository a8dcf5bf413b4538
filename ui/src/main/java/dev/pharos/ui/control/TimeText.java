package dev.pharos.ui.control;

import dev.pharos.ui.Texts;

import java.time.Duration;

/// How long something will take, as people say it: `about 5 min`.
public final class TimeText {
    private static final int HALF_A_MINUTE = 30;

    private TimeText() {}

    public static String of(Duration time, Texts texts) {
        long minutes = time.plusSeconds(HALF_A_MINUTE).toMinutes();
        if (minutes < 1) {
            return texts.text("time.moment");
        }
        return minutes < 60
                ? texts.text("time.minutes", minutes)
                : texts.text("time.hours", minutes / 60, minutes % 60);
    }

    /// The same, for what is left of something that goes on.
    public static String left(Duration time, Texts texts) {
        return texts.text("time.left", of(time, texts));
    }
}
