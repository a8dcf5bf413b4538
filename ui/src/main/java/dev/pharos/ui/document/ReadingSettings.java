package dev.pharos.ui.document;

/// How flowing text looks, in all sources.
///
/// @param size of the type in pixels, within [#SMALLEST] and [#LARGEST]
public record ReadingSettings(int size, Width width, Spacing spacing, Face face, Dress dress) {
    public static final String FEATURE = "reading";
    public static final ReadingSettings DEFAULT =
            new ReadingSettings(16, Width.NORMAL, Spacing.NORMAL, Face.SANS, Dress.WINDOW);
    public static final int SMALLEST = 11;
    public static final int LARGEST = 36;

    /// How long a line may be.
    public enum Width {
        NARROW(30),
        NORMAL(42),
        WIDE(62);

        private final int ems;

        Width(int ems) {
            this.ems = ems;
        }
    }

    /// How far apart lines are.
    public enum Spacing {
        TIGHT(0.12),
        NORMAL(0.36),
        LOOSE(0.7);

        private final double ems;

        Spacing(double ems) {
            this.ems = ems;
        }
    }

    /// The letters.
    public enum Face {
        SANS,
        SERIF
    }

    /// The colours: those of the window, or some of the column's own.
    public enum Dress {
        WINDOW,
        PAPER,
        SEPIA,
        NIGHT
    }

    public ReadingSettings {
        size = Math.clamp(size, SMALLEST, LARGEST);
    }

    /// A step larger, or smaller.
    ReadingSettings sized(boolean larger) {
        int step = size < 20 ? 1 : 2;
        return new ReadingSettings(size + (larger ? step : -step), width, spacing, face, dress);
    }

    ReadingSettings with(Width other) {
        return new ReadingSettings(size, other, spacing, face, dress);
    }

    ReadingSettings with(Spacing other) {
        return new ReadingSettings(size, width, other, face, dress);
    }

    ReadingSettings with(Face other) {
        return new ReadingSettings(size, width, spacing, other, dress);
    }

    ReadingSettings with(Dress other) {
        return new ReadingSettings(size, width, spacing, face, other);
    }

    /// The width of the column in pixels.
    double column() {
        return size * width.ems;
    }

    /// The room between two lines in pixels.
    double leading() {
        return Math.round(size * spacing.ems);
    }
}
