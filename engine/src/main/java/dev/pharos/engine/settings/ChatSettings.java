package dev.pharos.engine.settings;

import org.jspecify.annotations.Nullable;

/// Which OpenAI-compatible endpoint writes answers. Without a base address the built-in answerer
/// does.
///
/// @param baseUrl such as `http://127.0.0.1:11434/v1`, or null
/// @param model the endpoint's name of the model
/// @param apiKey or null where the endpoint needs none
/// @param remoteAllowed the owner has agreed that questions and passages go to an address beyond
///   this machine
public record ChatSettings(
        @Nullable String baseUrl,
        @Nullable String model,
        @Nullable String apiKey,
        boolean remoteAllowed) {

    /// The name under which [SettingsFile] keeps them.
    public static final String FEATURE = "chat";

    public static final ChatSettings NONE = new ChatSettings(null, null, null, false);

    public boolean configured() {
        return baseUrl != null && !baseUrl.isBlank() && model != null && !model.isBlank();
    }
}
