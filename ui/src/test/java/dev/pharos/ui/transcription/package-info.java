/// Tests.
@NullMarked
package dev.pharos.ui.transcription;

import org.jspecify.annotations.NullMarked;
