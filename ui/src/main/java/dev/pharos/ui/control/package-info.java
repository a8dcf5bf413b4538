/// Controls that JavaFX does not have. Start reading at [MarkedText].
@NullMarked
package dev.pharos.ui.control;

import org.jspecify.annotations.NullMarked;
