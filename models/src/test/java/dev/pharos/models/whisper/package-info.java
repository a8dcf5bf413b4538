/// Tests and measurements of the recogniser with the demo model, in its real process.
@NullMarked
package dev.pharos.models.whisper;

import org.jspecify.annotations.NullMarked;
