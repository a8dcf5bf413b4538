/// Tests of tags.
@NullMarked
package dev.pharos.engine.tag;

import org.jspecify.annotations.NullMarked;
