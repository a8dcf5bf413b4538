/// Tests and measurements of the embedder.
@NullMarked
package dev.pharos.models.embedding;

import org.jspecify.annotations.NullMarked;
