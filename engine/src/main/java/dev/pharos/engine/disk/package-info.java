/// How small files come to lie on the disk whole and for good, whatever happens meanwhile. Start
/// reading at [DurableFile].
@NullMarked
package dev.pharos.engine.disk;

import org.jspecify.annotations.NullMarked;
