package dev.pharos.engine.settings;

import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.settings.ChatProfiles.ChatProfile;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.Optional;

/// The user's chat endpoints as they are kept: in the settings file, their keys among the secrets.
/// The one way to change them, so that what was agreed to for one address, and the key that was
/// given for it, never count for another. Any thread.
public final class ChatProfileStore {

    /// The name that is taken where the user gives none.
    public static final String DEFAULT = "default";

    private final SettingsFile file;
    private final Secrets secrets;

    public ChatProfileStore(SettingsFile file, Secrets secrets) {
        this.file = file;
        this.secrets = secrets;
    }

    /// What is kept, and the endpoint of an older version as it would be taken over. Changes
    /// nothing.
    public ChatProfiles read() throws ProblemException {
        var kept = file.read(ChatProfiles.FEATURE, ChatProfiles.class, ChatProfiles.NONE);
        var old = old();
        return old.isEmpty() ? kept : taken(kept, old.get());
    }

    /// What is kept, after the endpoint of an older version has been taken over: its key is among
    /// the secrets before it leaves the settings file.
    ///
    /// @throws ProblemException `SettingsUnreadable`, or `SecretsUnavailable` while that key cannot
    ///   be kept elsewhere; then nothing was changed
    public synchronized ChatProfiles current() throws ProblemException {
        var profiles = read();
        var old = old();
        if (old.isPresent()) {
            var key = old.get().apiKey();
            if (key != null && !key.isBlank()) {
                safelyKeep(named(profiles, old.get()).orElseThrow().secret(), key);
            }
            file.write(ChatProfiles.FEATURE, profiles);
            file.write(ChatSettings.FEATURE, ChatSettings.NONE);
        }
        return profiles;
    }

    private Optional<ChatSettings> old() throws ProblemException {
        var old = file.read(ChatSettings.FEATURE, ChatSettings.class, ChatSettings.NONE);
        return old.baseUrl() == null || old.baseUrl().isBlank()
                ? Optional.empty()
                : Optional.of(old);
    }

    private static ChatProfiles taken(ChatProfiles kept, ChatSettings old) {
        var there = named(kept, old);
        String name = there.map(ChatProfile::name).orElseGet(() -> free(kept));
        var profile =
                ChatProfile.of(name, String.valueOf(old.baseUrl()), old.model())
                        .allowing(old.remoteAllowed());
        var profiles = there.isPresent() ? kept : kept.with(profile);
        return old.configured() ? new ChatProfiles(profiles.profiles(), name) : profiles;
    }

    /// The profile that was made of it, or says the same.
    private static Optional<ChatProfile> named(ChatProfiles profiles, ChatSettings old) {
        var wanted =
                ChatProfile.of(DEFAULT, String.valueOf(old.baseUrl()), old.model())
                        .allowing(old.remoteAllowed());
        return profiles.profiles().stream()
                .filter(profile -> profile.name().startsWith(DEFAULT))
                .filter(profile ->
                        profile.baseUrl().equals(wanted.baseUrl())
                                && Objects.equals(profile.model(), wanted.model())
                                && profile.remoteAllowed() == wanted.remoteAllowed())
                .findFirst();
    }

    private static String free(ChatProfiles kept) {
        String name = DEFAULT;
        for (int n = 2; kept.find(name).isPresent(); n++) {
            name = DEFAULT + " " + n;
        }
        return name;
    }

    private void safelyKeep(String name, String key) throws ProblemException {
        secrets.keep(name, key);
        if (!secrets.find(name).equals(Optional.of(key))) {
            throw new IllegalStateException("a secret was not kept as it was given: " + name);
        }
    }

    /// Adds it, or replaces the one of its name. Permission to be remote is kept or taken back by
    /// this, never given. Under a changed address the permission and the key are gone.
    ///
    /// @param key a new one, empty for none, null for the one it has
    public synchronized ChatProfiles save(ChatProfile profile, @Nullable String key)
            throws ProblemException {
        var before = current().find(profile.name());
        boolean same = before.isPresent() && before.get().baseUrl().equals(profile.baseUrl());
        boolean allowed = same && before.get().remoteAllowed() && profile.remoteAllowed();
        boolean moved = before.isPresent() && !same;
        if (moved || key != null && key.isBlank()) {
            secrets.forget(profile.secret());
        }
        var profiles = write(current().with(profile.allowing(allowed)));
        if (key != null && !key.isBlank()) {
            secrets.keep(profile.secret(), key.strip());
        }
        return profiles;
    }

    /// Agrees that what an answer needs is sent to the profile's address beyond this machine, or
    /// takes that back.
    ///
    /// @throws java.util.NoSuchElementException if there is no such profile
    public synchronized ChatProfiles allow(String name, boolean remote) throws ProblemException {
        var profiles = current();
        return write(profiles.with(profiles.find(name).orElseThrow().allowing(remote)));
    }

    /// Says who writes the answers from the next question on.
    ///
    /// @param name of a profile, or null for the built-in answerer
    /// @throws java.util.NoSuchElementException if there is no such profile
    public synchronized ChatProfiles use(@Nullable String name) throws ProblemException {
        var profiles = current();
        String known = name == null ? null : profiles.find(name).orElseThrow().name();
        return write(new ChatProfiles(profiles.profiles(), known));
    }

    /// Removes it together with its key.
    public synchronized ChatProfiles remove(String name) throws ProblemException {
        var profiles = current();
        var gone = profiles.find(name);
        if (gone.isPresent()) {
            secrets.forget(gone.get().secret());
        }
        return write(profiles.without(name));
    }

    private ChatProfiles write(ChatProfiles profiles) throws ProblemException {
        file.write(ChatProfiles.FEATURE, profiles);
        return profiles;
    }
}
