/// Speech whose words and times are known, for tests and for the measuring program. Start reading
/// at [dev.pharos.app.speech.Clip] and [dev.pharos.app.speech.Likeness].
@NullMarked
package dev.pharos.app.speech;

import org.jspecify.annotations.NullMarked;
