/// The `Embedder` port filled by ONNX Runtime and PyTorch, with a model that comes inside a
/// dependency and those that lie on the shelf. Start reading at [LocalEmbedders].
@NullMarked
package dev.pharos.models.embedding;

import org.jspecify.annotations.NullMarked;
