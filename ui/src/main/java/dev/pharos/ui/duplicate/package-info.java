/// What stands in the library twice in almost the same words, and the choice of what is kept. Start
/// reading at [DuplicatesViewModel].
@NullMarked
package dev.pharos.ui.duplicate;

import org.jspecify.annotations.NullMarked;
