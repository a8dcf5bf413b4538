package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Chat endpoints as `--json` prints them (`docs/cli.md`), and in words.
final class EndpointOutput {

    private EndpointOutput() {}

    /// A profile, or nulls where none is active.
    ///
    /// @param keyStored an access key is stored; the key itself is not shown
    record Shown(
            @Nullable String url,
            @Nullable String model,
            boolean keyStored,
            boolean remoteAllowed,
            @Nullable String name,
            boolean active,
            boolean local,
            int contextTokens,
            int patienceSeconds) {
        static final Shown NONE = new Shown(null, null, false, false, null, false, true, 0, 0);
    }

    record Offered(String name, String url, List<String> models) {}

    record Tested(
            String name, String url, String model, String reply, long firstWordMs, long totalMs) {}

    static String line(Shown profile) {
        return text(
                "endpoint.shown",
                String.valueOf(profile.url()),
                profile.model() == null ? text("endpoint.noModel") : profile.model(),
                profile.keyStored() ? 1 : 0,
                profile.local() ? 2 : profile.remoteAllowed() ? 1 : 0,
                String.valueOf(profile.name()),
                !profile.active() ? 0 : profile.local() || profile.remoteAllowed() ? 1 : 2);
    }
}
