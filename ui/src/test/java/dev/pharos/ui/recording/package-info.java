/// Tests.
@NullMarked
package dev.pharos.ui.recording;

import org.jspecify.annotations.NullMarked;
