/// Finding passages by words and by meaning. Start reading at [Searcher].
@NullMarked
package dev.pharos.engine.search;

import org.jspecify.annotations.NullMarked;
