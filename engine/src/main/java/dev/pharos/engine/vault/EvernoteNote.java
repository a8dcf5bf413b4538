package dev.pharos.engine.vault;

import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// One note of an Evernote export, as far as it could be read. Its files are staged while they are
/// read. One thread.
final class EvernoteNote {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");
    private static final XMLInputFactory XML = xml();
    private static final String ATTACHMENTS = "attachments/";

    /// A task, which Evernote keeps beside the text.
    record Task(String title, boolean done) {}

    private final Staging staging;
    private final Map<String, StringBuilder> facts = new HashMap<>();
    private final Set<String> tags = new LinkedHashSet<>();
    private final Map<String, List<Task>> tasks = new HashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private boolean complete = true;

    EvernoteNote(Staging staging) {
        this.staging = staging;
    }

    private static XMLInputFactory xml() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    /// Reads the note that the stream stands at; of a damaged one what comes before the damage.
    EvernoteNote read(NoteStream in) throws IOException, ProblemException {
        try {
            var note = XML.createXMLStreamReader(in.note(), "UTF-8");
            while (note.hasNext()) {
                if (note.next() == XMLStreamConstants.START_ELEMENT) {
                    element(note);
                }
            }
        } catch (XMLStreamException | UncheckedIOException _) {
            complete = false;
        }
        return this;
    }

    private void element(XMLStreamReader in)
            throws XMLStreamException, IOException, ProblemException {
        switch (in.getLocalName()) {
            case "title",
                    "content",
                    "created",
                    "updated",
                    "author",
                    "source-url",
                    "latitude",
                    "longitude" ->
                    text(in, facts.computeIfAbsent(in.getLocalName(), _ -> new StringBuilder()));
            case "tag" -> tags.add(text(in, new StringBuilder()).toString().strip());
            case "task" -> task(in);
            case "resource" -> resource(in);
            default -> {}
        }
    }

    /// All characters up to the end of the element, into `text` as they come.
    private static StringBuilder text(XMLStreamReader in, StringBuilder text)
            throws XMLStreamException {
        for (int event = in.next(); event != XMLStreamConstants.END_ELEMENT; event = in.next()) {
            if (in.hasText() && text.length() < Parts.MAX_TEXT) {
                text.append(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
            }
        }
        return text;
    }

    private void task(XMLStreamReader in) throws XMLStreamException {
        var found = new HashMap<String, String>();
        while (!(in.next() == XMLStreamConstants.END_ELEMENT && in.getLocalName().equals("task"))) {
            if (in.getEventType() == XMLStreamConstants.START_ELEMENT
                    && Set.of("title", "taskStatus", "taskGroupNoteLevelID")
                            .contains(in.getLocalName())) {
                found.putIfAbsent(
                        in.getLocalName(), text(in, new StringBuilder()).toString().strip());
            }
        }
        tasks.computeIfAbsent(
                        found.getOrDefault("taskGroupNoteLevelID", ""), _ -> new ArrayList<>())
                .add(
                        new Task(
                                found.getOrDefault("title", ""),
                                "completed".equals(found.get("taskStatus"))));
    }

    private void resource(XMLStreamReader in)
            throws XMLStreamException, IOException, ProblemException {
        EvernoteData data = null;
        var mime = new StringBuilder();
        var fileName = new StringBuilder();
        while (!(in.next() == XMLStreamConstants.END_ELEMENT
                && in.getLocalName().equals("resource"))) {
            if (in.getEventType() == XMLStreamConstants.START_ELEMENT) {
                switch (in.getLocalName()) {
                    case "data" -> data = EvernoteData.read(in, staging);
                    case "mime" -> text(in, mime);
                    case "file-name" -> text(in, fileName);
                    default -> {}
                }
            }
        }
        if (data != null && data.size() > 0 && !files.containsKey(data.hash())) {
            var name = name(fileName.toString().strip(), mime.toString().strip(), data.hash());
            staging.kept(name, data.file());
            files.put(data.hash(), name);
        }
    }

    /// Many files are called the same; their hash tells them apart whatever their order.
    private String name(String fileName, String mime, String hash) {
        var last = fileName.substring(fileName.lastIndexOf('/') + 1);
        var parts = Names.split(last.isBlank() ? hash : last);
        var ending = parts[1].isEmpty() ? EvernoteData.ending(mime) : parts[1];
        return staging.name(ATTACHMENTS, parts[0], ending, hash.substring(0, 6));
    }

    String title() {
        return fact("title");
    }

    String content() {
        return fact("content");
    }

    List<Task> tasks(String group) {
        return tasks.getOrDefault(group, List.of());
    }

    /// Names of the staged files by the MD5 of their bytes.
    Map<String, String> files() {
        return files;
    }

    /// Whether it could be read to its end.
    boolean complete() {
        return complete;
    }

    /// Whether nothing could be read.
    boolean empty() {
        return !complete && content().isEmpty();
    }

    /// Whether there are links that anybody may follow, to notes here or of others.
    boolean shares() {
        return content().contains("evernote.com/");
    }

    FrontMatter facts() {
        var latitude = fact("latitude");
        return new FrontMatter()
                .put("title", title())
                .put("created", time("created"))
                .put("modified", time("updated"))
                .put("author", fact("author"))
                .put("source", fact("source-url"))
                .put("tags", tags)
                .put("location", latitude.isEmpty() ? null : latitude + ", " + fact("longitude"));
    }

    private String fact(String name) {
        return facts.getOrDefault(name, new StringBuilder()).toString().strip();
    }

    private @Nullable Instant time(String name) {
        try {
            return LocalDateTime.parse(fact(name), TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
