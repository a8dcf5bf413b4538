/// The window. Start reading at [Screens].
@NullMarked
package dev.pharos.ui;

import org.jspecify.annotations.NullMarked;
