/// Where work meets threads: nowhere else in the window is a thread started. Start reading at
/// [Background].
@NullMarked
package dev.pharos.ui.work;

import org.jspecify.annotations.NullMarked;
