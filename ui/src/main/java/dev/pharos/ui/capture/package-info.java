/// A thought or a recording, kept in a moment, beside whatever one is doing. Start reading at
/// [CaptureViewModel].
@NullMarked
package dev.pharos.ui.capture;

import org.jspecify.annotations.NullMarked;
