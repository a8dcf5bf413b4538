/// Tests of notes.
@NullMarked
package dev.pharos.ui.note;

import org.jspecify.annotations.NullMarked;
