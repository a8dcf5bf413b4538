/// How long work reports and is stopped, and how dangerous work is kept in a process of its own.
/// Start reading at [Progress] and [ChildJvm].
@NullMarked
package dev.pharos.engine.work;

import org.jspecify.annotations.NullMarked;
