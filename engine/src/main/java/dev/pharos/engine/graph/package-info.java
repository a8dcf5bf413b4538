/// What belongs together in a library, and where that stands in a picture. Start with
/// [dev.pharos.engine.graph.Relations].
@NullMarked
package dev.pharos.engine.graph;

import org.jspecify.annotations.NullMarked;
