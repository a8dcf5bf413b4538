/// The first steps: shown once, when nothing is there yet. Start reading at [FirstStepsViewModel].
@NullMarked
package dev.pharos.ui.welcome;

import org.jspecify.annotations.NullMarked;
