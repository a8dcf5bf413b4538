package dev.pharos.engine.vault;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Joplin's own export: a tar archive (`.jex`) or a folder of items, each named by its id, with the
/// files of notes in `resources`. Links by id become paths, notebooks folders.
final class JoplinExport implements VaultFormat {
    private static final Pattern ITEM = Pattern.compile("(?:.*/)?([0-9a-f]{32})\\.md");
    private static final Pattern RESOURCE = Pattern.compile("(?:.*/)?([0-9a-f]{32})(?:\\.[^/]*)?");
    private static final Pattern LINK = Pattern.compile(":/([0-9a-f]{32})");

    /// A picture that was given a size.
    private static final Pattern SIZED =
            Pattern.compile("<img\\b[^>]*?\\bsrc=[\"'](:/[0-9a-f]{32})[\"'][^>]*>");

    private static final String RESOURCES = "_resources/";
    private static final String HTML = "2";

    @Override
    public boolean recognises(Parts parts) throws IOException, ProblemException {
        for (var name : parts.names()) {
            if (ITEM.matcher(name).matches()) {
                return JoplinItem.parse(parts.text(name)) != null;
            }
        }
        return false;
    }

    @Override
    public void unpack(Parts parts, Staging staging) throws IOException, ProblemException {
        var export = new Export(parts, staging);
        export.look();
        export.name();
        for (var id : export.notes.keySet()) {
            export.stageNote(id);
        }
        export.stageResources();
    }

    /// What is known of one export; of notes no more than their heads, as there may be many.
    private static final class Export {
        private final Parts parts;
        private final Staging staging;
        private final Map<String, String> partOf = new HashMap<>();
        private final Map<String, JoplinItem> notes = new LinkedHashMap<>();
        private final Map<String, JoplinItem> folders = new HashMap<>();
        private final Map<String, JoplinItem> resources = new LinkedHashMap<>();
        private final Map<String, String> tags = new HashMap<>();
        private final Map<String, List<String>> tagsOf = new HashMap<>();
        private final Map<String, String> names = new HashMap<>();
        private final Set<String> broken = new HashSet<>();

        private Export(Parts parts, Staging staging) {
            this.parts = parts;
            this.staging = staging;
        }

        private void look() throws IOException, ProblemException {
            for (var name : parts.names()) {
                Matcher item = ITEM.matcher(name);
                Matcher resource = RESOURCE.matcher(name);
                if (item.matches() && !name.contains("resources/")) {
                    look(name, item.group(1));
                } else if (resource.matches()) {
                    partOf.put(resource.group(1), name);
                } else {
                    staging.part(name, parts, name);
                }
            }
        }

        private void look(String name, String id) throws ProblemException {
            try {
                var item = JoplinItem.parse(parts.text(name));
                if (item == null) {
                    staging.part(name, parts, name);
                    return;
                }
                if (item.yes("deleted_time")) {
                    return;
                }
                switch (item.fact("type_")) {
                    case JoplinItem.NOTE -> {
                        notes.put(id, new JoplinItem(item.title(), "", item.facts()));
                        partOf.put(id, name);
                    }
                    case JoplinItem.FOLDER -> folders.put(id, item);
                    case JoplinItem.RESOURCE -> resources.put(id, item);
                    case JoplinItem.TAG -> tags.put(id, item.title());
                    case JoplinItem.NOTE_TAG ->
                            tagsOf.computeIfAbsent(item.fact("note_id"), _ -> new ArrayList<>())
                                    .add(item.fact("tag_id"));
                    default -> {}
                }
            } catch (IOException _) {
                broken.add(name);
            }
        }

        private void name() {
            notes.forEach((id, note) ->
                    names.put(
                            id,
                            staging.name(folder(note), note.title(), ".md", id.substring(0, 4))));
            resources.forEach((id, resource) ->
                    names.put(
                            id,
                            staging.name(
                                    RESOURCES,
                                    stem(resource),
                                    ending(resource),
                                    id.substring(0, 4))));
            for (var each : broken) {
                staging.failed(Names.last(each), new Problem.DamagedFile(staging.place(each)));
            }
        }

        private static String stem(JoplinItem resource) {
            return Names.split(fileName(resource))[0];
        }

        private static String ending(JoplinItem resource) {
            var own = Names.split(fileName(resource))[1];
            var stated = resource.fact("file_extension");
            return own.isEmpty() && stated.matches("\\w{1,10}") ? "." + stated : own;
        }

        private static String fileName(JoplinItem resource) {
            var title = resource.title();
            var name = title.isBlank() ? resource.fact("filename") : title;
            return (name.isBlank() ? resource.id() : name).replace('/', '-');
        }

        private String folder(JoplinItem note) {
            var way = new StringBuilder();
            var seen = new HashSet<String>();
            var at = folders.get(note.fact("parent_id"));
            while (at != null && seen.add(at.id())) {
                way.insert(0, Names.fileName(at.title()) + "/");
                at = folders.get(at.fact("parent_id"));
            }
            return way.toString();
        }

        private void stageNote(String id) throws ProblemException {
            var name = names.getOrDefault(id, id);
            staging.attempt(name, () -> stageNote(id, name));
        }

        private void stageNote(String id, String name) throws IOException, ProblemException {
            var note = JoplinItem.parse(parts.text(partOf.getOrDefault(id, "")));
            if (note == null) {
                throw new IOException("no item: " + id);
            }
            if (note.yes("encryption_applied")) {
                staging.failed(name, new Problem.PasswordProtected(staging.place(name)));
                return;
            }
            var origin = "joplin:" + id;
            staging.note(name, facts(note, origin).before(body(note, name)), origin, null);
        }

        private FrontMatter facts(JoplinItem note, String origin) {
            var facts =
                    new FrontMatter()
                            .put("title", note.title())
                            .put("created", note.time("created_time"))
                            .put("modified", note.time("updated_time"))
                            .put("author", note.fact("author"))
                            .put("source", note.fact("source_url"))
                            .put("tags", tags(note.id()))
                            .put("location", location(note));
            if (note.yes("is_todo")) {
                facts.put("completed", note.yes("todo_completed"))
                        .put("due", note.instant("todo_due"));
            }
            return facts.put(Unpacked.ORIGIN, origin);
        }

        private List<String> tags(String note) {
            return tagsOf.getOrDefault(note, List.of()).stream()
                    .filter(tags::containsKey)
                    .map(tags::get)
                    .sorted()
                    .toList();
        }

        private static @Nullable String location(JoplinItem note) {
            var latitude = note.fact("latitude");
            boolean stated = latitude.matches("-?\\d+\\.\\d*[1-9]\\d*");
            return stated ? latitude + ", " + note.fact("longitude") : null;
        }

        private String body(JoplinItem note, String name) {
            var shown = SIZED.matcher(note.body()).replaceAll("![]($1)");
            var linked =
                    LINK.matcher(shown)
                            .replaceAll(link ->
                                    Matcher.quoteReplacement(
                                            names.containsKey(link.group(1))
                                                    ? Names.way(
                                                            name,
                                                            names.getOrDefault(link.group(1), ""))
                                                    : link.group()));
            return note.fact("markup_language").equals(HTML) ? HtmlMarkdown.of(linked) : linked;
        }

        private void stageResources() throws IOException, ProblemException {
            for (var id : resources.keySet()) {
                var name = names.getOrDefault(id, id);
                var part = partOf.get(id);
                if (part == null) {
                    staging.failed(name, new Problem.FileMissing(staging.place(name)));
                } else {
                    staging.part(name, parts, part);
                }
            }
        }
    }
}
