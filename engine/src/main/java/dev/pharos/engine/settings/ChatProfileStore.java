package dev.pharos.engine.settings;

import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.settings.ChatProfiles.ChatProfile;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The user's chat endpoints as they are kept: in the settings file, their keys among the secrets.
/// The one way to change them, so that what was agreed to for one address, and the key that was
/// given for it, never count for another. Any thread.
public final class ChatProfileStore {

    /// The name that is taken where the user gives none.
    public static final String DEFAULT = "default";

    private static final Logger LOG = LoggerFactory.getLogger(ChatProfileStore.class);

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
            var taken = old.get();
            profiles = edit(kept -> taken(kept, taken));
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
        String name = there.map(ChatProfile::name).orElseGet(() -> free(kept, DEFAULT));
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

    private static String free(ChatProfiles kept, String wanted) {
        String name = wanted;
        for (int n = 2; kept.find(name).isPresent(); n++) {
            name = wanted + " " + n;
        }
        return name;
    }

    private void safelyKeep(String name, String key) throws ProblemException {
        secrets.keep(name, key);
        if (!secrets.find(name).equals(Optional.of(key))) {
            throw new IllegalStateException("a secret was not kept as it was given: " + name);
        }
    }

    /// Adds it, or replaces the one of its name; see [#save(String, ChatProfile, String)].
    public ChatProfiles save(ChatProfile profile, @Nullable String key) throws ProblemException {
        return save(profile.name(), profile, key);
    }

    /// Adds it, or replaces the one called `before`. Permission to be remote is kept or taken back
    /// by this, never given. Under a changed address the permission and the key are gone; under a
    /// changed name alone both stay. Where the file cannot be written, or a key not be kept, all is
    /// as before.
    ///
    /// @param key a new one, empty for none, null for the one it has
    /// @throws IllegalArgumentException if it takes the name of another one
    public synchronized ChatProfiles save(String before, ChatProfile profile, @Nullable String key)
            throws ProblemException {
        var now = current();
        var old = now.find(before);
        if (!profile.name().equals(before) && now.find(profile.name()).isPresent()) {
            throw new IllegalArgumentException("taken: " + profile.name());
        }
        boolean same = old.isPresent() && old.get().baseUrl().equals(profile.baseUrl());
        boolean moves = old.isEmpty() || !old.get().secret().equals(profile.secret());
        if (moves) {
            secrets.forget(profile.secret()); // what a failed removal may have left there
        }
        var profiles = edit(kept -> saved(kept, before, profile));
        try {
            if (key == null && same && moves) {
                secrets.move(old.get().secret(), profile.secret());
            } else if (key != null && !key.isBlank()) {
                secrets.keep(profile.secret(), key.strip());
            } else if (key != null) {
                secrets.forget(profile.secret());
            }
            if (moves && old.isPresent()) {
                secrets.forget(old.get().secret());
            }
        } catch (ProblemException e) {
            edit(kept ->
                    old.map(was -> kept.with(profile.name(), was))
                            .orElseGet(() -> kept.without(profile.name())));
            throw e;
        }
        return profiles;
    }

    private static ChatProfiles saved(ChatProfiles kept, String before, ChatProfile profile) {
        boolean allowed =
                profile.remoteAllowed()
                        && kept.find(before)
                                .filter(was -> was.baseUrl().equals(profile.baseUrl()))
                                .filter(ChatProfile::remoteAllowed)
                                .isPresent();
        return kept.with(before, profile.allowing(allowed));
    }

    /// Agrees that what an answer needs is sent to the profile's address beyond this machine, or
    /// takes that back.
    ///
    /// @throws java.util.NoSuchElementException if there is no such profile
    public synchronized ChatProfiles allow(String name, boolean remote) throws ProblemException {
        current();
        return edit(kept -> kept.with(kept.find(name).orElseThrow().allowing(remote)));
    }

    /// Says who writes the answers from the next question on.
    ///
    /// @param name of a profile, or null for the built-in answerer
    /// @throws java.util.NoSuchElementException if there is no such profile
    public synchronized ChatProfiles use(@Nullable String name) throws ProblemException {
        current();
        return edit(kept ->
                new ChatProfiles(
                        kept.profiles(),
                        name == null ? null : kept.find(name).orElseThrow().name()));
    }

    /// Removes it together with its key.
    public synchronized ChatProfiles remove(String name) throws ProblemException {
        var profiles = current();
        var gone = profiles.find(name);
        var rest = edit(kept -> kept.without(name));
        if (gone.isPresent()) {
            secrets.forget(gone.get().secret());
        }
        return rest;
    }

    /// A profile that was removed, as it was.
    ///
    /// @param key null where it had none, or where it could not be read
    public record Removed(ChatProfile profile, @Nullable String key, boolean active) {
        @Override
        public String toString() {
            return profile.toString();
        }
    }

    /// Removes it together with its key, so that [#restore] can bring both back. A key store that
    /// cannot be reached keeps nobody from this.
    ///
    /// @return empty if there is no such profile
    public synchronized Optional<Removed> take(String name) throws ProblemException {
        var profiles = current();
        var profile = profiles.find(name);
        if (profile.isEmpty()) {
            return Optional.empty();
        }
        var key = readable(profile.get());
        remove(name);
        return Optional.of(new Removed(profile.get(), key, name.equals(profiles.active())));
    }

    private @Nullable String readable(ChatProfile profile) {
        try {
            return secrets.has(profile.secret())
                    ? secrets.find(profile.secret()).orElse(null)
                    : null;
        } catch (ProblemException e) {
            LOG.warn("the key of {} cannot be read: {}", profile.name(), e.problem());
            return null;
        }
    }

    /// Brings a removed profile back, as the last one; under another name if one has come that has
    /// its own.
    public synchronized ChatProfiles restore(Removed gone) throws ProblemException {
        var now = current();
        var profile = gone.profile().named(free(now, gone.profile().name()));
        secrets.forget(profile.secret());
        edit(kept ->
                new ChatProfiles(
                        kept.with(profile).profiles(),
                        gone.active() ? profile.name() : kept.active()));
        if (gone.key() != null) {
            secrets.keep(profile.secret(), gone.key());
        }
        return current();
    }

    /// What another program has written meanwhile stays.
    private ChatProfiles edit(UnaryOperator<ChatProfiles> change) throws ProblemException {
        return file.edit(ChatProfiles.FEATURE, ChatProfiles.class, ChatProfiles.NONE, change);
    }
}
