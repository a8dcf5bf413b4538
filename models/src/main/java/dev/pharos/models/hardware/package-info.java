/// What the machine has and which native runtime can use it. Start reading at [OshiHardwareProbe];
/// each runtime is tried by a [RuntimeProbe].
@NullMarked
package dev.pharos.models.hardware;

import org.jspecify.annotations.NullMarked;
