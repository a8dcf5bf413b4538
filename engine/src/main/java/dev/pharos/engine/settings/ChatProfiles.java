package dev.pharos.engine.settings;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// The chat endpoints that the user has set up, and which of them writes answers.
///
/// @param active the name of a profile, or null where the built-in answerer writes
public record ChatProfiles(List<ChatProfile> profiles, @Nullable String active) {

    /// The name under which [SettingsFile] keeps them.
    public static final String FEATURE = "chatProfiles";

    public static final ChatProfiles NONE = new ChatProfiles(List.of(), null);

    public ChatProfiles {
        profiles = List.copyOf(profiles);
    }

    public Optional<ChatProfile> find(String name) {
        return profiles.stream().filter(profile -> profile.name().equals(name)).findFirst();
    }

    public Optional<ChatProfile> activeProfile() {
        return active == null ? Optional.empty() : find(active);
    }

    /// An OpenAI-compatible endpoint. Its key, if it needs one, is a secret `chat/NAME`.
    ///
    /// @param name the user's own, unique
    /// @param baseUrl such as `http://127.0.0.1:11434/v1`
    /// @param model the endpoint's name of the model, or null while none is chosen
    /// @param remoteAllowed the owner has agreed that questions and passages go to this address,
    ///   which is beyond this machine; goes back to false when the address changes
    /// @param contextTokens how much the model reads at once; 0 where unknown
    /// @param patienceSeconds how long to wait for the next byte
    public record ChatProfile(
            String name,
            String baseUrl,
            @Nullable String model,
            boolean remoteAllowed,
            int contextTokens,
            int patienceSeconds) {

        public static final int PATIENCE_SECONDS = 180;

        public String secret() {
            return "chat/" + name;
        }
    }
}
