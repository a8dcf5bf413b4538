/// How long work reports and is stopped. Start reading at [Progress].
@NullMarked
package dev.pharos.engine.work;

import org.jspecify.annotations.NullMarked;
