package dev.pharos.ui.shell;

/// Each place that a pane fills.
enum Area {
    LIBRARY,
    RESULTS,
    ANSWER,
    IMPORT,
    READER,
    TRANSCRIPT,
    RECORDING,
    JOBS,
    SETTINGS,
    MODELS,
    HARDWARE,
    ENDPOINTS,
    FIRST_STEPS,
    BANNER,
    STATUS;

    Pane build(Panes panes) {
        return switch (this) {
            case LIBRARY -> panes.library();
            case RESULTS -> panes.results();
            case ANSWER -> panes.answer();
            case IMPORT -> panes.imports();
            case READER -> panes.reader();
            case TRANSCRIPT -> panes.transcript();
            case RECORDING -> panes.recording();
            case JOBS -> panes.jobs();
            case SETTINGS -> panes.settings();
            case MODELS -> panes.models();
            case HARDWARE -> panes.hardware();
            case ENDPOINTS -> panes.endpoints();
            case FIRST_STEPS -> panes.firstSteps();
            case BANNER -> panes.banner();
            case STATUS -> panes.status();
        };
    }
}
