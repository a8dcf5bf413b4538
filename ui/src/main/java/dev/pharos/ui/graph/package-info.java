/// The library as a graph: what belongs together, what stands alone, and what connects two things.
/// Start with [dev.pharos.ui.graph.GraphViewModel].
@NullMarked
package dev.pharos.ui.graph;

import org.jspecify.annotations.NullMarked;
