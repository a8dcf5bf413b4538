package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

/// Sizes of files and memory as a person reads them, in powers of ten as disks are sold.
final class SizeText {
    private static final double MEGA = 1e6;
    private static final double GIGA = 1e9;

    private SizeText() {}

    /// Empty for 0, which stands for unknown.
    static String of(long bytes) {
        if (bytes == 0) {
            return "";
        }
        return bytes < GIGA
                ? text("size.mega", Math.max(1, Math.round(bytes / MEGA)))
                : text("size.giga", bytes / GIGA);
    }
}
