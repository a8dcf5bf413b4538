/// The long work of the library: what waits, what runs, how far it is. Start reading at
/// [JobsViewModel].
@NullMarked
package dev.pharos.ui.job;

import org.jspecify.annotations.NullMarked;
