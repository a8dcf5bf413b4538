/// Capturing sound so that none is lost. Start reading at [RecordingViewModel].
@NullMarked
package dev.pharos.ui.recording;

import org.jspecify.annotations.NullMarked;
