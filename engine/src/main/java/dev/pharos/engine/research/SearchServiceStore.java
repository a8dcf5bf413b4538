package dev.pharos.engine.research;

import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.settings.Secrets;
import dev.pharos.engine.settings.SettingsFile;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.UnaryOperator;

/// The search service as it is kept: in the settings file, its key among the secrets. The one way
/// to change it, so that what was agreed to for one address, and the key that was given for it,
/// never count for another. Any thread.
public final class SearchServiceStore {
    private final SettingsFile file;
    private final Secrets secrets;

    public SearchServiceStore(SettingsFile file, Secrets secrets) {
        this.file = file;
        this.secrets = secrets;
    }

    /// The service that is chosen, if research is not off.
    ///
    /// @throws ProblemException `SettingsUnreadable`
    public Optional<SearchService> current() throws ProblemException {
        var settings =
                file.read(ResearchSettings.FEATURE, ResearchSettings.class, ResearchSettings.OFF);
        return Optional.ofNullable(settings.service());
    }

    /// Chooses a service. Permission to be remote stays where the address does, and is never given
    /// here.
    ///
    /// @param key a new one, empty for none, null for the one that it has
    /// @return the service that was chosen before
    public synchronized Optional<SearchService> save(SearchService service, @Nullable String key)
            throws ProblemException {
        var before = current();
        var same = before.filter(each -> each.address().equals(service.address()));
        if (key != null && key.isBlank()) {
            secrets.forget(service.secret());
        } else if (key != null) {
            secrets.keep(service.secret(), key.strip());
        }
        edit(_ -> service.allowing(same.map(SearchService::remoteAllowed).orElse(false)));
        if (before.isPresent() && same.isEmpty()) {
            secrets.forget(before.get().secret());
        }
        return before;
    }

    /// Agrees that search words are sent to the service's address beyond this machine, or takes
    /// that back.
    ///
    /// @throws java.util.NoSuchElementException while none is chosen
    public synchronized SearchService allow(boolean remote) throws ProblemException {
        var allowed = current().orElseThrow().allowing(remote);
        edit(_ -> allowed);
        return allowed;
    }

    /// Switches research off, and forgets the key.
    public synchronized void clear() throws ProblemException {
        var before = current();
        edit(_ -> null);
        if (before.isPresent()) {
            secrets.forget(before.get().secret());
        }
    }

    private void edit(UnaryOperator<@Nullable SearchService> change) throws ProblemException {
        file.edit(
                ResearchSettings.FEATURE,
                ResearchSettings.class,
                ResearchSettings.OFF,
                now -> new ResearchSettings(change.apply(now.service())));
    }
}
