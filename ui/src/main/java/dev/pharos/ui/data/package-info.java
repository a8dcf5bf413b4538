/// What is the owner's own: everything exported, notes mirrored in a folder. Start reading at
/// [MirrorViewModel].
@NullMarked
package dev.pharos.ui.data;

import org.jspecify.annotations.NullMarked;
