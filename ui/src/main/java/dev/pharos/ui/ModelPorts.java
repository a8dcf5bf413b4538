package dev.pharos.ui;

import dev.pharos.engine.answer.ChatEndpoints;
import dev.pharos.engine.meaning.Embedders;
import dev.pharos.engine.meaning.EmbeddingChoice;
import dev.pharos.engine.model.HardwareProbe;
import dev.pharos.engine.model.ModelShelf;
import dev.pharos.engine.model.ModelTrial;
import dev.pharos.engine.research.Web;
import dev.pharos.engine.settings.Secrets;

/// What the window needs to let its user choose models, devices, chat endpoints and a search
/// service.
///
/// @param embedding of the window's library
public record ModelPorts(
        ModelShelf shelf,
        ModelTrial trial,
        HardwareProbe hardware,
        Embedders embedders,
        EmbeddingChoice embedding,
        ChatEndpoints endpoints,
        Secrets secrets,
        Web web) {}
