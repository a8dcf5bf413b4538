package dev.pharos.app.cli;

import dev.pharos.app.Wiring;
import dev.pharos.engine.answer.LanguageModel;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.settings.ChatProfiles.ChatProfile;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Which endpoint answers this one question: the command line's word comes before the
/// environment's, and that before the active profile.
record ChatChoice(@Nullable String endpoint, @Nullable String model, boolean allowRemote) {
    static final String KEY = "PHAROS_CHAT_KEY";
    private static final String URL = "PHAROS_CHAT_URL";
    private static final String MODEL = "PHAROS_CHAT_MODEL";

    boolean lacksModel(Map<String, String> environment) {
        return first(endpoint, environment.get(URL)) != null
                && first(model, environment.get(MODEL)) == null;
    }

    /// The model that answers, if it is not the built-in answerer. A key of a profile is never sent
    /// to another address than its own.
    Optional<LanguageModel> over(Wiring wiring, Map<String, String> environment)
            throws ProblemException {
        var kept = wiring.chatProfiles().current().activeProfile();
        var profile = profile(kept, environment);
        if (profile.isEmpty()) {
            return Optional.empty();
        }
        boolean own = profile.get().baseUrl().equals(kept.map(ChatProfile::baseUrl).orElse(null));
        var key = environment.get(KEY);
        var endpoints =
                key == null && own
                        ? wiring.chatEndpoints()
                        : wiring.chatEndpoints(Objects.requireNonNullElse(key, ""));
        return Optional.of(endpoints.open(profile.get()));
    }

    private Optional<ChatProfile> profile(
            Optional<ChatProfile> kept, Map<String, String> environment) {
        var url = first(endpoint, environment.get(URL));
        var name = first(model, environment.get(MODEL));
        if (url != null && !kept.map(each -> each.baseUrl().equals(url)).orElse(false)) {
            return Optional.of(ChatProfile.of("-", url, name).allowing(allowRemote));
        }
        return kept.map(each ->
                new ChatProfile(
                        each.name(),
                        each.baseUrl(),
                        first(name, each.model()),
                        each.remoteAllowed() || allowRemote,
                        each.contextTokens(),
                        each.patienceSeconds()));
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null || one.isBlank() ? other : one;
    }
}
