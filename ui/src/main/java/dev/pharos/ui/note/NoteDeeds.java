package dev.pharos.ui.note;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.ui.control.Where;
import dev.pharos.ui.document.Opening;
import dev.pharos.ui.document.Target;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import java.util.List;
import java.util.function.Consumer;

/// What is done with the open note beyond its own pane: its link is copied, it goes to the other
/// half, into a folder. For the JavaFX thread.
public final class NoteDeeds {
    private final NoteViewModel viewModel;
    private final Opening opening;
    private final Consumer<List<SourceId>> exporting;
    private final Consumer<String> copied;

    /// @param exporting writes sources into a folder that is asked for
    /// @param copied hears of a link that others can be pasted from now on
    public NoteDeeds(
            NoteViewModel viewModel,
            Opening opening,
            Consumer<List<SourceId>> exporting,
            Consumer<String> copied) {
        this.viewModel = viewModel;
        this.opening = opening;
        this.exporting = exporting;
        this.copied = copied;
    }

    void copyLink() {
        var source = viewModel.sourceProperty().get();
        if (source != null) {
            String link = "[[" + viewModel.parts().notes().links().target(source) + "]]";
            var content = new ClipboardContent();
            content.putString(link);
            Clipboard.getSystemClipboard().setContent(content);
            copied.accept(link);
        }
    }

    /// Writes a link to a source below all that is there; undo takes it back.
    public void addLink(Source to) {
        if (viewModel.sourceProperty().get() != null) {
            String link = "[[" + viewModel.parts().notes().links().target(to) + "]]";
            viewModel.write(viewModel.current().stripTrailing() + "\n\n" + link + "\n");
        }
    }

    void openBeside() {
        Source source = viewModel.sourceProperty().get();
        if (source != null) {
            opening.open(Target.of(source), Where.BESIDE);
        }
    }

    void export() {
        viewModel.saveNow();
        viewModel.withNote(note -> exporting.accept(List.of(note)));
    }
}
