package dev.pharos.ui.shell;

/// Builds the panes of which the window has one; each is asked for when it is shown for the first
/// time.
public interface Panes {
    Pane library();

    Pane recordings();

    Pane notes();

    Pane tags();

    Pane results();

    Pane conversations();

    Pane imports();

    /// What is to be told above everything else.
    Pane banner();

    /// What an empty library offers.
    Pane welcome();

    Pane firstSteps();

    Pane status();
}
