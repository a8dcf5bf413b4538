/// Tests of what there is beside the window.
@NullMarked
package dev.pharos.ui.beside;

import org.jspecify.annotations.NullMarked;
