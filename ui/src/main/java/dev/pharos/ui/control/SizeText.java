package dev.pharos.ui.control;

import dev.pharos.ui.Texts;

/// Sizes on a disk or in memory as people write them, in powers of ten: `142 MB`, `1.6 GB`.
public final class SizeText {
    private static final double KILO = 1e3;
    private static final double MEGA = 1e6;
    private static final double GIGA = 1e9;

    private SizeText() {}

    public static String of(long bytes, Texts texts) {
        if (bytes < MEGA) {
            return texts.text("size.kilo", bytes / KILO);
        }
        return bytes < GIGA
                ? texts.text("size.mega", bytes / MEGA)
                : texts.text("size.giga", bytes / GIGA);
    }
}
