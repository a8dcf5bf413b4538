/// The `Embedder` port filled by ONNX Runtime, with a model that comes inside a dependency. Start
/// reading at [OnnxEmbedder].
@NullMarked
package dev.pharos.models.embedding;

import org.jspecify.annotations.NullMarked;
