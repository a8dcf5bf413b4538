/// Notes: Markdown that its owner writes here or brought along, and the links between notes. Start
/// with [dev.pharos.engine.note.Notes].
@NullMarked
package dev.pharos.engine.note;

import org.jspecify.annotations.NullMarked;
