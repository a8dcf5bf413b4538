package dev.pharos.engine.answer;

import dev.pharos.engine.problem.Detail.Kind;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/// What can be the address of a chat endpoint.
public final class EndpointAddress {

    private EndpointAddress() {}

    /// Why it cannot be: it is no http(s) address with a host, or holds what is secret.
    ///
    /// @return empty where it can; else `NOT_AN_ADDRESS` or `HOLDS_SECRET`
    public static Optional<Kind> refusal(String address) {
        try {
            var uri = URI.create(address.strip());
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (!scheme.matches("https?") || uri.getHost() == null) {
                return Optional.of(Kind.NOT_AN_ADDRESS);
            }
            return uri.getRawUserInfo() != null || uri.getRawQuery() != null
                    ? Optional.of(Kind.HOLDS_SECRET)
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.of(Kind.NOT_AN_ADDRESS);
        }
    }
}
