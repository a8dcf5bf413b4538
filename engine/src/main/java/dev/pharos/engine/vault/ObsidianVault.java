package dev.pharos.engine.vault;

import dev.pharos.engine.problem.ProblemException;

import java.io.IOException;

/// A vault that somebody has packed: Markdown as it is. Unpacked ones are folders of notes like any
/// other and need nothing of this.
final class ObsidianVault implements VaultFormat {

    @Override
    public boolean recognises(Parts parts) {
        return parts instanceof ZipParts zip && zip.hides(".obsidian/");
    }

    @Override
    public void unpack(Parts parts, Staging staging) throws IOException, ProblemException {
        for (var name : parts.names()) {
            staging.part(name, parts, name);
        }
    }
}
