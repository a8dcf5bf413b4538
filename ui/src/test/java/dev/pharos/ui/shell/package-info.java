@NullMarked
package dev.pharos.ui.shell;

import org.jspecify.annotations.NullMarked;
