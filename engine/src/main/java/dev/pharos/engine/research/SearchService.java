package dev.pharos.engine.research;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import org.jspecify.annotations.Nullable;

/// The search service that the owner has chosen. Its key, if it needs one, is kept under [#secret].
///
/// @param address where it is asked; of one's own SearXNG its first page, such as
///   `http://127.0.0.1:8080`
/// @param remoteAllowed the owner has agreed that search words go to this address, which is beyond
///   this machine; goes back to false when the address changes
@JsonIgnoreProperties(ignoreUnknown = true)
public record SearchService(Kind kind, String address, boolean remoteAllowed) {

    /// What it speaks.
    public enum Kind {
        /// SearXNG, run by oneself, with its JSON format switched on.
        SEARXNG(null, false),
        BRAVE("https://api.search.brave.com/res/v1/web/search", true),
        SERPAPI("https://serpapi.com/search.json", true);

        private final @Nullable String usual;
        private final boolean keyed;

        Kind(@Nullable String usual, boolean keyed) {
            this.usual = usual;
            this.keyed = keyed;
        }

        /// The address that everybody uses, or null where each has one's own.
        public @Nullable String usualAddress() {
            return usual;
        }

        /// Whether it answers nobody without a key.
        public boolean needsKey() {
            return keyed;
        }
    }

    public SearchService {
        if (address.isBlank()) {
            throw new IllegalArgumentException("a search service needs an address");
        }
        address = address.strip();
    }

    /// What its key is called among the secrets. The address is part of it, so that no key is ever
    /// found for another address than it was given for.
    public String secret() {
        return "research/" + address;
    }

    SearchService allowing(boolean remote) {
        return new SearchService(kind, address, remote);
    }
}
