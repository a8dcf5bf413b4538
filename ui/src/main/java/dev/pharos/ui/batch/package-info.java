/// The batches of the library: sources that were handed over together to become notes, how each of
/// them stands step by step, and what came of them. Start reading at [BatchesViewModel].
@NullMarked
package dev.pharos.ui.batch;

import org.jspecify.annotations.NullMarked;
