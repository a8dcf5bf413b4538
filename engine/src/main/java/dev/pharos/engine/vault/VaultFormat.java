package dev.pharos.engine.vault;

import dev.pharos.engine.problem.ProblemException;

import java.io.IOException;
import java.util.List;

/// How one program writes its notes for others. Holds no state.
interface VaultFormat {

    /// In the order in which they are asked.
    List<VaultFormat> ALL =
            List.of(
                    new JoplinExport(),
                    new NotionExport(),
                    new TextBundles(),
                    new LogseqGraph(),
                    new ObsidianVault(),
                    new EvernoteExport(),
                    new TomboyNote(),
                    new NoteTable());

    /// Whether these parts are such an export; looks at names first, and at little else.
    boolean recognises(Parts parts) throws IOException, ProblemException;

    /// Stages every note and file. A note that cannot be read is staged as failed, and the others
    /// go on.
    void unpack(Parts parts, Staging staging) throws IOException, ProblemException;
}
