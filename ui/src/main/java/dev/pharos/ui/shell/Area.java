package dev.pharos.ui.shell;

import dev.pharos.ui.shell.ShellViewModel.Main;
import dev.pharos.ui.shell.ShellViewModel.Side;

/// Each place that a pane fills.
enum Area {
    LIBRARY,
    RESULTS,
    ANSWER,
    IMPORT,
    READER,
    TRANSCRIPT,
    NOTE,
    RECORDING,
    JOBS,
    SETTINGS,
    MODELS,
    HARDWARE,
    ENDPOINTS,
    FIRST_STEPS,
    BANNER,
    STATUS;

    /// @param source where a source would be read or heard
    static Area of(Main main, Area source) {
        return switch (main) {
            case SETTINGS -> SETTINGS;
            case RECORDING -> RECORDING;
            case JOBS -> JOBS;
            case MODELS -> MODELS;
            case HARDWARE -> HARDWARE;
            case ENDPOINTS -> ENDPOINTS;
            case FIRST_STEPS -> FIRST_STEPS;
            case SOURCE -> source;
        };
    }

    static Area of(Side side) {
        return switch (side) {
            case LIBRARY -> LIBRARY;
            case RESULTS -> RESULTS;
            case ANSWER -> ANSWER;
        };
    }

    Pane build(Panes panes) {
        return switch (this) {
            case LIBRARY -> panes.library();
            case RESULTS -> panes.results();
            case ANSWER -> panes.answer();
            case IMPORT -> panes.imports();
            case READER -> panes.reader();
            case TRANSCRIPT -> panes.transcript();
            case NOTE -> panes.note();
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
