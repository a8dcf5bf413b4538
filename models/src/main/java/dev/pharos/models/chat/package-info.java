/// The `LanguageModel` port filled by any endpoint that speaks OpenAI's chat protocol: Ollama, LM
/// Studio, llama.cpp's server, or a service on the network. Start reading at [OpenAiLanguageModel].
@NullMarked
package dev.pharos.models.chat;

import org.jspecify.annotations.NullMarked;
