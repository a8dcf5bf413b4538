package dev.pharos.app.cli;

/// A time of a recording as players show it: `0:07`, `12:34`, `1:02:03`.
final class TimeText {

    private TimeText() {}

    static String of(long milliseconds) {
        long seconds = milliseconds / 1000;
        return seconds < 3600
                ? String.format(Texts.LOCALE, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(
                        Texts.LOCALE,
                        "%d:%02d:%02d",
                        seconds / 3600,
                        seconds / 60 % 60,
                        seconds % 60);
    }
}
