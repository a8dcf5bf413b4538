/// One line that finds every command and every source by a few letters. Start reading at
/// [PaletteViewModel].
@NullMarked
package dev.pharos.ui.palette;

import org.jspecify.annotations.NullMarked;
