/// Tests of quick capture.
@NullMarked
package dev.pharos.ui.capture;

import org.jspecify.annotations.NullMarked;
