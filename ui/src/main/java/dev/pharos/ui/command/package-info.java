/// What can be done in the window, and by which keys. Start reading at [Commands].
@NullMarked
package dev.pharos.ui.command;

import org.jspecify.annotations.NullMarked;
