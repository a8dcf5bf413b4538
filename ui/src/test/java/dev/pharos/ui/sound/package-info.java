/// What stands in for microphones, loudspeakers and models in tests of the window.
@NullMarked
package dev.pharos.ui.sound;

import org.jspecify.annotations.NullMarked;
