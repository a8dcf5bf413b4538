package dev.pharos.ui.shell;

/// Builds the panes of one half of the window, of which each half has its own; each is asked for
/// when it is shown for the first time.
public interface Contents {
    Pane reader();

    Pane transcript();

    Pane note();

    Pane recording();

    Pane jobs();

    Pane batches();

    Pane settings();

    Pane models();

    Pane hardware();

    Pane endpoints();

    Pane keys();

    Pane highlights();

    Pane conversation();

    Pane graph();

    Pane timeline();

    Pane duplicates();
}
