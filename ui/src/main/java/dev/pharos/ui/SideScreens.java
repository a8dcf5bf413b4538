package dev.pharos.ui;

import dev.pharos.ui.library.ImportController;
import dev.pharos.ui.shell.Pane;
import dev.pharos.ui.shell.Panes;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// Builds the panes of which the window has one, from its features. For the JavaFX thread.
///
/// @param all of them
/// @param held tells of what was not opened again
record SideScreens(Features all, Node held) implements Panes {

    @Override
    public Pane library() {
        return all.lists.library(all.sound == null ? null : all.sound.jobs().all());
    }

    @Override
    public Pane recordings() {
        return all.lists.recordings(all.heard().jobs().all());
    }

    @Override
    public Pane notes() {
        return all.lists.notes(all.notes.begun());
    }

    @Override
    public Pane tags() {
        return all.lists.tags();
    }

    @Override
    public Pane results() {
        return all.welcome.withStep(
                all.lists.saving(all.search.results(all.shell)),
                "#nothing",
                "command.ask",
                "search.askInstead");
    }

    @Override
    public Pane conversations() {
        return all.talk.list();
    }

    @Override
    public Pane imports() {
        var controller = new ImportController(all.imports, all.texts, new ProblemText(all.texts));
        return new Pane(
                new Fxml(all.texts).load(ImportController.class, "import", controller),
                controller::list);
    }

    @Override
    public Pane banner() {
        return all.heard()
                .banner(all::open, new VBox(held, all.notes.unkept(), all.making.banner()));
    }

    @Override
    public Pane welcome() {
        return all.welcome.welcome();
    }

    @Override
    public Pane firstSteps() {
        return all.chosen().firstSteps(all.files());
    }

    @Override
    public Pane status() {
        return all.work.status(all.library, all.meaning, all.models);
    }
}
