package dev.pharos.engine.research;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import org.jspecify.annotations.Nullable;

/// Whether and where notes may be researched.
///
/// @param service null while research is off, as it is at first
@JsonIgnoreProperties(ignoreUnknown = true)
public record ResearchSettings(@Nullable SearchService service) {

    /// The name under which [dev.pharos.engine.settings.SettingsFile] keeps them.
    public static final String FEATURE = "research";

    public static final ResearchSettings OFF = new ResearchSettings(null);
}
