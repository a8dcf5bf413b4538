package dev.pharos.app.measure;

import java.util.List;

/// One of the points that are measured.
interface Measurement {

    String title();

    /// Blocks for minutes. What it lacks becomes a figure that says how to get it.
    List<Figure> run(Bench bench) throws Exception;
}
