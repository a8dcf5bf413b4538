package dev.pharos.app.cli;

import dev.pharos.engine.settings.ChatSettings;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// Which endpoint answers this one question: the command line's word comes before the
/// environment's, and that before the settings file's.
record ChatChoice(@Nullable String endpoint, @Nullable String model, boolean allowRemote) {
    private static final String URL = "PHAROS_CHAT_URL";
    private static final String MODEL = "PHAROS_CHAT_MODEL";
    static final String KEY = "PHAROS_CHAT_KEY";

    boolean lacksModel(Map<String, String> environment) {
        return first(endpoint, environment.get(URL)) != null
                && first(model, environment.get(MODEL)) == null;
    }

    /// An access key is never sent to an address that it was not stored for.
    ChatSettings over(ChatSettings stored, Map<String, String> environment) {
        var url = first(endpoint, environment.get(URL));
        var name = first(model, environment.get(MODEL));
        var key = environment.get(KEY);
        if (url == null || url.equals(stored.baseUrl())) {
            return new ChatSettings(
                    stored.baseUrl(),
                    first(name, stored.model()),
                    first(key, stored.apiKey()),
                    stored.remoteAllowed() || allowRemote);
        }
        return new ChatSettings(url, name, first(key, null), allowRemote);
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null || one.isBlank() ? other : one;
    }
}
