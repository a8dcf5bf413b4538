package dev.pharos.ui;

import dev.pharos.engine.sample.SampleLibrary;
import dev.pharos.ui.command.Command.Group;
import dev.pharos.ui.command.Commands;
import dev.pharos.ui.command.NextStep;
import dev.pharos.ui.command.Tips;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.control.Toasts;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.library.LibraryViewModel;
import dev.pharos.ui.shell.Pane;
import dev.pharos.ui.shell.ShellViewModel;
import dev.pharos.ui.welcome.SamplesRow;
import dev.pharos.ui.welcome.SamplesViewModel;
import dev.pharos.ui.welcome.WelcomeController;
import dev.pharos.ui.work.Background;

import javafx.scene.control.Button;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Builds what leads on where there is nothing yet: what an empty library offers, the samples, the
/// next step of an empty list. For the JavaFX thread.
final class WelcomeScreens {
    private final Commands commands;
    private final ShellViewModel shell;
    private final Texts texts;
    private final @Nullable SamplesViewModel samples;

    WelcomeScreens(
            Desktop desktop,
            LibraryViewModel library,
            ShellViewModel shell,
            CommandScreens commands,
            Background background,
            Texts texts) {
        this.commands = commands.commands();
        this.shell = shell;
        this.texts = texts;
        var bundled = desktop.samples();
        samples =
                bundled == null
                        ? null
                        : new SamplesViewModel(
                                new SampleLibrary(desktop.library(), bundled),
                                background,
                                texts,
                                leads(commands.toasts()));
        if (samples != null) {
            library.all().subscribe(samples::load);
        }
    }

    private SamplesViewModel.Leads leads(Toasts toasts) {
        return new SamplesViewModel.Leads(
                begin -> shell.open(new Target(begin, null, List.of())),
                back -> toasts.tell(texts.text("samples.removed"), back),
                why -> toasts.show(new ProblemText(texts).of(why), null, null));
    }

    /// Adds to what can be done that the samples come and go.
    void begin() {
        if (samples != null) {
            var there = samples.presentProperty();
            commands.add(Group.DO, "command.samples", () -> !there.get(), samples::add);
            commands.add(Group.DO, "command.removeSamples", there::get, samples::remove);
        }
    }

    /// Brings the samples in; null where there are none.
    @Nullable Runnable samples() {
        return samples == null ? null : samples::add;
    }

    /// What an empty library offers.
    Pane welcome() {
        var controller = new WelcomeController(new Tips(commands, texts), samples);
        return new Pane(
                new Fxml(texts).load(WelcomeController.class, "welcome", controller),
                controller::first);
    }

    /// Says below a list that there are samples in it.
    void markSamples(Pane list) {
        if (samples != null) {
            ((javafx.scene.layout.Pane) list.root())
                    .getChildren()
                    .add(new SamplesRow(samples, texts));
        }
    }

    /// Asks a first question, in place of what stands last there, where there are samples to answer
    /// it.
    void withQuestion(javafx.scene.layout.Pane box) {
        if (samples != null) {
            String words = texts.text("samples.question");
            var ask = new Button(words);
            ask.setId("firstQuestion");
            ask.setWrapText(true);
            ask.setOnAction(_ -> {
                shell.lineProperty().set(words);
                shell.ask();
            });
            var empty = box.getChildren();
            var step = empty.getLast();
            empty.add(ask);
            samples.presentProperty()
                    .subscribe(there -> {
                        Nodes.setShown(ask, there);
                        Nodes.setShown(step, !there);
                    });
        }
    }

    /// Adds the next step to what is said where there is nothing.
    ///
    /// @param empty selects what says so
    /// @param id of the command
    /// @param words key of what the button says
    Pane withStep(Pane pane, String empty, String id, String words) {
        empty(pane, empty).getChildren().add(new NextStep(commands, texts, id, words));
        return pane;
    }

    private static javafx.scene.layout.Pane empty(Pane pane, String selector) {
        return (javafx.scene.layout.Pane) pane.root().lookup(selector);
    }
}
