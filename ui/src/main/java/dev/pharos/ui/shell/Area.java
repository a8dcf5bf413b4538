package dev.pharos.ui.shell;

import dev.pharos.ui.shell.Location.Page;

/// Each pane that can fill a half of the window.
enum Area {
    START,
    ELSEWHERE,
    READER,
    TRANSCRIPT,
    NOTE,
    RECORDING,
    JOBS,
    BATCHES,
    SETTINGS,
    MODELS,
    HARDWARE,
    ENDPOINTS,
    KEYS,
    HIGHLIGHTS,
    ASK,
    GRAPH,
    TIMELINE,
    DUPLICATES;

    static Area of(Page page) {
        return switch (page) {
            case RECORDING -> RECORDING;
            case JOBS -> JOBS;
            case BATCHES -> BATCHES;
            case SETTINGS -> SETTINGS;
            case MODELS -> MODELS;
            case HARDWARE -> HARDWARE;
            case ENDPOINTS -> ENDPOINTS;
            case KEYS -> KEYS;
            case HIGHLIGHTS -> HIGHLIGHTS;
            case ASK -> ASK;
            case GRAPH -> GRAPH;
            case TIMELINE -> TIMELINE;
            case DUPLICATES -> DUPLICATES;
        };
    }
}
