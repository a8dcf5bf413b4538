package dev.pharos.ui.note;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;

import org.jspecify.annotations.Nullable;

/// The title of a note, which is written where it stands. While nobody writes it, a label shows as
/// much of it as there is room for, since a field would cut it off. For the JavaFX thread.
final class NoteTitle {
    private static final int LONGEST = 300;

    private final TextField field;
    private final NoteViewModel viewModel;
    private final NoteChanges changes;

    /// The note whose title stands in the field.
    private @Nullable SourceId entitled;

    /// The title as the note has it, which the field shows until somebody writes another.
    private String named = "";

    /// @param done puts the keyboard elsewhere
    NoteTitle(
            TextField field,
            Label shown,
            NoteViewModel viewModel,
            NoteChanges changes,
            Runnable done) {
        this.field = field;
        this.viewModel = viewModel;
        this.changes = changes;
        shown.textProperty().bind(field.textProperty());
        shown.visibleProperty().bind(field.focusedProperty().not());
        viewModel.sourceProperty().subscribe(this::show);
        field.setTextFormatter(new TextFormatter<>(this::shortened));
        field.setOnAction(_ -> done.run());
        field.focusedProperty()
                .subscribe((_, focused) -> {
                    if (!focused) {
                        name();
                    }
                });
        field.setOnKeyPressed(event -> {
            var source = viewModel.sourceProperty().get();
            if (event.getCode() == KeyCode.ESCAPE && source != null) {
                entitle(source);
            }
        });
        viewModel
                .drafts()
                .onLeaving(left -> {
                    if (field.isFocused() && written()) {
                        changes.rename(left, field.getText());
                    }
                });
    }

    /// What is pasted there by mistake is cut, since nothing can show a name of such a length.
    private TextFormatter.Change shortened(TextFormatter.Change change) {
        int taken = change.getRangeEnd() - change.getRangeStart();
        int room = Math.max(0, LONGEST - change.getControlText().length() + taken);
        if (field.isFocused() && change.getText().length() > room) {
            change.setText(change.getText().substring(0, room));
            int behind = change.getRangeStart() + room;
            change.selectRange(behind, behind);
        }
        return change;
    }

    private void show(@Nullable Source source) {
        boolean other = source != null && !source.id().equals(entitled);
        boolean naming = field.isFocused() && written() || changes.renaming();
        if (source != null && (other || !naming)) {
            entitle(source);
        }
    }

    private void entitle(Source source) {
        if (!field.getText().equals(source.title())) {
            field.setText(source.title());
        }
        entitled = source.id();
        named = source.title();
    }

    private boolean written() {
        return !field.getText().equals(named);
    }

    private void name() {
        if (written()) {
            changes.rename(field.getText());
        }
        show(viewModel.sourceProperty().get());
    }
}
