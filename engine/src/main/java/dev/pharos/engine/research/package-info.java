/// Looking up on the web what a note is about: off until the owner names a search service and
/// agrees to what is sent there. Start reading at [Researcher].
@NullMarked
package dev.pharos.engine.research;

import org.jspecify.annotations.NullMarked;
