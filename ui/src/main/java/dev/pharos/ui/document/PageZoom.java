package dev.pharos.ui.document;

import java.util.List;

/// How large pages are shown.
///
/// @param factor 1 for the size of the paper; only counts where it is [Fit#FREE]
record PageZoom(Fit fit, double factor) {

    /// What the size follows.
    enum Fit {
        /// The width of the window, but not beyond what is pleasant to read.
        AUTOMATIC,
        WIDTH,
        PAGE,
        FREE
    }

    static final PageZoom AUTOMATIC = new PageZoom(Fit.AUTOMATIC, 1);

    /// In percent.
    static final List<Integer> STEPS =
            List.of(50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400);

    static PageZoom of(double factor) {
        double least = STEPS.getFirst() / 100.0;
        double most = STEPS.getLast() / 100.0;
        return new PageZoom(Fit.FREE, Math.clamp(factor, least, most));
    }

    /// The next step from where it stands.
    static PageZoom next(double factor, boolean larger) {
        int percent = (int) Math.round(factor * 100);
        var steps = larger ? STEPS : STEPS.reversed();
        return of(
                steps.stream()
                                .filter(step -> larger ? step > percent : step < percent)
                                .findFirst()
                                .orElse(steps.getLast())
                        / 100.0);
    }
}
