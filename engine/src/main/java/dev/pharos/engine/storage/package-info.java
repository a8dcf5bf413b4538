/// SQLite, the truth of a library. Start reading at [Database].
@NullMarked
package dev.pharos.engine.storage;

import org.jspecify.annotations.NullMarked;
