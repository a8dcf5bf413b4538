package dev.pharos.ui.shell;

import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.library.ImportViewModel;
import dev.pharos.ui.shell.Location.Page;

import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/// Where the window tells below its list what becomes of an import, from the first one on; not
/// beside the page that shows all long work.
final class ImportArea {
    private final StackPane area;
    private final ImportViewModel imports;
    private final ShellViewModel shell;
    private final Supplier<Pane> build;
    private @Nullable Pane built;

    ImportArea(
            StackPane area, ImportViewModel imports, ShellViewModel shell, Supplier<Pane> build) {
        this.area = area;
        this.imports = imports;
        this.shell = shell;
        this.build = build;
        imports.stateProperty()
                .subscribe(state -> {
                    if (!(state instanceof ImportViewModel.State.Idle)) {
                        area.getChildren().setAll(pane().root());
                        shell.listShownProperty().set(true);
                    }
                    show();
                });
        shell.location().subscribe(_ -> show());
    }

    private void show() {
        Nodes.setShown(
                area,
                !(imports.stateProperty().get() instanceof ImportViewModel.State.Idle)
                        && shell.location().getValue() != Page.JOBS);
    }

    /// What is told there.
    Pane pane() {
        if (built == null) {
            built = build.get();
        }
        return built;
    }
}
