/// Collections: searches that are kept and always up to date, and sources picked by hand. Start
/// with [dev.pharos.engine.collection.Collections].
@NullMarked
package dev.pharos.engine.collection;

import org.jspecify.annotations.NullMarked;
