package dev.pharos.engine.settings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
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

    /// With this profile in the place of the one of its name, or as the last.
    ChatProfiles with(ChatProfile profile) {
        return with(profile.name(), profile);
    }

    /// With this profile in the place of the one called `before`, or as the last. If that one wrote
    /// the answers, this one does.
    ChatProfiles with(String before, ChatProfile profile) {
        var all = new ArrayList<>(profiles);
        all.replaceAll(each -> each.name().equals(before) ? profile : each);
        if (!all.contains(profile)) {
            all.add(profile);
        }
        return new ChatProfiles(all, before.equals(active) ? profile.name() : active);
    }

    /// Without the profile; if it wrote the answers, the built-in answerer does.
    ChatProfiles without(String name) {
        return new ChatProfiles(
                profiles.stream().filter(profile -> !profile.name().equals(name)).toList(),
                name.equals(active) ? null : active);
    }

    /// An OpenAI-compatible endpoint. Its key, if it needs one, is kept under [#secret].
    ///
    /// @param name the user's own, unique
    /// @param baseUrl such as `http://127.0.0.1:11434/v1`
    /// @param model the endpoint's name of the model, or null while none is chosen
    /// @param remoteAllowed the owner has agreed that questions and passages go to this address,
    ///   which is beyond this machine; goes back to false when the address changes
    /// @param contextTokens how much the model reads at once; 0 where unknown
    /// @param patienceSeconds how long to wait for the next byte
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ChatProfile(
            String name,
            String baseUrl,
            @Nullable String model,
            boolean remoteAllowed,
            int contextTokens,
            int patienceSeconds) {

        /// Long enough for a slow machine to load a model and read a long question.
        public static final int PATIENCE_SECONDS = 180;

        public ChatProfile {
            if (name == null || name.isBlank() || baseUrl == null || baseUrl.isBlank()) {
                throw new IllegalArgumentException("a profile needs a name and an address");
            }
            baseUrl = baseUrl.strip();
            contextTokens = Math.max(0, contextTokens);
            patienceSeconds = patienceSeconds > 0 ? patienceSeconds : PATIENCE_SECONDS;
        }

        /// With the usual patience, and no permission to be remote.
        public static ChatProfile of(String name, String baseUrl, @Nullable String model) {
            return new ChatProfile(name, baseUrl, model, false, 0, PATIENCE_SECONDS);
        }

        public Duration patience() {
            return Duration.ofSeconds(patienceSeconds);
        }

        /// The same under another name.
        ChatProfile named(String another) {
            return new ChatProfile(
                    another, baseUrl, model, remoteAllowed, contextTokens, patienceSeconds);
        }

        public ChatProfile allowing(boolean remote) {
            return new ChatProfile(name, baseUrl, model, remote, contextTokens, patienceSeconds);
        }

        /// What its key is called among the secrets. The address is part of it, so that no key is
        /// ever found for another address than it was given for.
        public String secret() {
            return "chat/" + name + " " + baseUrl;
        }
    }
}
