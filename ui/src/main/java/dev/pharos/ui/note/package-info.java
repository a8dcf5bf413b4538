/// Writing and reading notes: the Markdown itself, and beside it or in its place what it says.
/// Start with [dev.pharos.ui.note.NoteViewModel].
@NullMarked
package dev.pharos.ui.note;

import org.jspecify.annotations.NullMarked;
