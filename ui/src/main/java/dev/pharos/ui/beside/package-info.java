/// What there is of the program beside its window: a place in the tray, a key that works in every
/// program, and their settings. Start reading at [Surroundings].
@NullMarked
package dev.pharos.ui.beside;

import org.jspecify.annotations.NullMarked;
