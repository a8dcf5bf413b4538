/// Notes of many sources at once: what was handed over together, with settings in common, how far
/// each of it is, and how long the rest will take. The work itself is done by the library's job
/// queue. Start with [dev.pharos.engine.batch.Batches].
@NullMarked
package dev.pharos.engine.batch;

import org.jspecify.annotations.NullMarked;
