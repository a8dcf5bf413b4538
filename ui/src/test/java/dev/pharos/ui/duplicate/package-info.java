@NullMarked
package dev.pharos.ui.duplicate;

import org.jspecify.annotations.NullMarked;
