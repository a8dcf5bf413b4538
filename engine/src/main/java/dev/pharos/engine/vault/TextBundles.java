package dev.pharos.engine.vault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.pharos.engine.problem.ProblemException;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;

/// TextBundles in an archive: each a folder with a text and its `assets` (`.textpack`, or a ZIP
/// with several as Bear and Ulysses write it). The text and its links stay as they are.
///
/// @see <a href="https://textbundle.org/spec/">The format</a>
final class TextBundles implements VaultFormat {
    private static final Pattern TEXT =
            Pattern.compile("(?:(.*/)?([^/]+)\\.textbundle/)?text\\.(md|markdown|txt)");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public boolean recognises(Parts parts) {
        var names = Set.copyOf(parts.names());
        return names.stream()
                .anyMatch(name ->
                        TEXT.matcher(name).matches()
                                && names.contains(Names.parent(name) + "info.json"));
    }

    @Override
    public void unpack(Parts parts, Staging staging) throws IOException, ProblemException {
        for (var name : parts.names()) {
            var text = TEXT.matcher(name);
            if (text.matches()) {
                var bundle = text.group(2);
                var title =
                        bundle == null
                                ? Names.split(parts.vault().getFileName().toString())[0]
                                : bundle;
                var note = staging.name(Names.parent(name), title, ".md");
                staging.note(
                        note,
                        facts(parts, Names.parent(name) + "info.json").before(parts.text(name)));
            } else if (!Names.last(name).equals("info.json")) {
                staging.part(name, parts, name);
            }
        }
    }

    /// Bear says more than the format asks for.
    private static FrontMatter facts(Parts parts, String info)
            throws IOException, ProblemException {
        var facts = new FrontMatter();
        try {
            var bear = JSON.readTree(parts.text(info)).path("net.shinyfrog.bear");
            return facts.put("created", bear.path("creationDate").asText(""))
                    .put("modified", bear.path("modificationDate").asText(""));
        } catch (JsonProcessingException | FileNotFoundException _) {
            return facts;
        }
    }
}
