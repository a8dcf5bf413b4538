@NullMarked
package dev.pharos.ui.palette;

import org.jspecify.annotations.NullMarked;
