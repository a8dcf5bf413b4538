/// From bytes to text with positions: one reader a format. Start reading at [Document].
@NullMarked
package dev.pharos.engine.document;

import org.jspecify.annotations.NullMarked;
