package dev.pharos.ui.shell;

import dev.pharos.ui.command.Tips;
import dev.pharos.ui.shell.Location.Page;

import javafx.css.PseudoClass;
import javafx.scene.control.ToggleButton;

/// The buttons at the edge of the window: each shows whether what it leads to is there. While a
/// page is, the part of the library beside it has the pseudo-class `beside`.
final class Rail {
    private static final PseudoClass BESIDE = PseudoClass.getPseudoClass("beside");

    private final ShellViewModel shell;
    private final Tips tips;
    private final Runnable ask;

    /// @param ask leads to the conversation that is open
    Rail(ShellViewModel shell, Tips tips, Runnable ask) {
        this.shell = shell;
        this.tips = tips;
        this.ask = ask;
    }

    /// A part of the library, which comes into the column at the side.
    void section(ToggleButton button, Section section, String command) {
        tips.on(button, command);
        Runnable show =
                () ->
                        button.setSelected(
                                shell.sectionProperty().get() == section
                                        && shell.listShownProperty().get());
        shell.sectionProperty().subscribe(_ -> show.run());
        shell.listShownProperty().subscribe(_ -> show.run());
        shell.location()
                .subscribe(at ->
                        button.pseudoClassStateChanged(
                                BESIDE,
                                at == Page.JOBS || at == Page.BATCHES || at == Page.SETTINGS));
        button.setOnAction(_ -> {
            if (section == Section.ASK && shell.location().getValue() != Page.ASK) {
                shell.setAsking(true);
                ask.run();
            } else {
                shell.choose(section);
            }
            show.run();
        });
    }

    /// A page, which comes into a tab.
    void page(ToggleButton button, Page page, String command) {
        tips.on(button, command);
        Runnable show =
                () -> {
                    var at = shell.location().getValue();
                    button.setSelected(at == page || page == Page.JOBS && at == Page.BATCHES);
                };
        shell.location().subscribe(_ -> show.run());
        button.setOnAction(_ -> {
            shell.show(page);
            show.run();
        });
    }
}
