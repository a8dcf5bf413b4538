package dev.pharos.engine.vault;

import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/// A graph of Logseq, as the folder that it is or packed: outlines in `pages` and `journals`, with
/// properties and references to blocks that other programs do not know.
final class LogseqGraph implements VaultFormat {
    private static final String SETTINGS = "logseq/config.edn";

    @Override
    public boolean recognises(Parts parts) {
        return root(parts) != null;
    }

    private static @Nullable String root(Parts parts) {
        return parts.names().stream()
                .filter(name -> ("/" + name).endsWith("/" + SETTINGS))
                .map(name -> name.substring(0, name.length() - SETTINGS.length()))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void unpack(Parts parts, Staging staging) throws IOException, ProblemException {
        var own = root(parts) + "logseq/";
        var pages = new HashMap<String, LogseqPage>();
        var rest = new ArrayList<String>();
        for (var name : parts.names()) {
            if (name.startsWith(own) || name.endsWith(".edn")) {
                continue;
            }
            if (!name.endsWith(".md")) {
                rest.add(name);
                continue;
            }
            staging.attempt(name, () -> pages.put(name, LogseqPage.parse(name, parts.text(name))));
        }
        var blocks = blocks(pages);
        for (var name : parts.names()) {
            var page = pages.get(name);
            if (page != null) {
                staging.attempt(name, () -> staging.note(name, page.markdown(blocks)));
            }
        }
        for (var name : rest) {
            staging.part(name, parts, name);
        }
    }

    /// Every block that has an id, by it.
    private static Map<String, LogseqPage.Block> blocks(Map<String, LogseqPage> pages) {
        var blocks = new HashMap<String, LogseqPage.Block>();
        pages.values().forEach(page -> page.blocks().forEach(blocks::putIfAbsent));
        return blocks;
    }
}
