package dev.pharos.models.secret;

import dev.pharos.engine.settings.Secrets;

import java.io.IOException;
import java.util.Optional;

/// A key store of the platform. May block while the system asks its user to unlock it.
interface Vault {

    /// Whether it answers now; asks its user nothing.
    boolean reachable();

    /// Where it keeps what it is given.
    default Secrets.Place place() {
        return Secrets.Place.PLATFORM;
    }

    /// @return the ticket that [#find] and [#forget] want; no secret itself
    String keep(String name, String secret) throws IOException;

    Optional<String> find(String ticket) throws IOException;

    void forget(String ticket) throws IOException;
}
