/// Claims about the program as a whole: its places, and the arrows between its modules.
@NullMarked
package dev.pharos.app;

import org.jspecify.annotations.NullMarked;
