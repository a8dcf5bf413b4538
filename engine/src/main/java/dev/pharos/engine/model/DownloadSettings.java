package dev.pharos.engine.model;

import org.jspecify.annotations.Nullable;

/// How models are fetched.
///
/// @param mirror an http(s) address that takes the place of scheme and host of every model's own
///   address, or null
/// @param proxy `host:port`, `direct` for none, or null for what the system says (`https_proxy`,
///   `no_proxy`, the JVM's properties)
public record DownloadSettings(@Nullable String mirror, @Nullable String proxy) {

    /// The name under which the settings file keeps them.
    public static final String FEATURE = "downloads";

    public static final DownloadSettings DEFAULT = new DownloadSettings(null, null);
}
