package dev.pharos.ui.shell;

/// Builds panes; each is asked for when it is shown for the first time.
public interface Panes {
    Pane library();

    Pane results();

    Pane answer();

    Pane imports();

    Pane reader();

    Pane transcript();

    Pane note();

    Pane recording();

    Pane jobs();

    /// What is to be told above everything else.
    Pane banner();

    Pane settings();

    Pane models();

    Pane hardware();

    Pane endpoints();

    Pane firstSteps();

    Pane status();
}
