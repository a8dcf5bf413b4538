package dev.pharos.engine.library;

import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.Link;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The pictures and other files that imported notes embed or lead to: kept as originals together
/// with their note. A target is looked for beside the note, from the imported folder, and by its
/// name anywhere in that folder, as the well-known note programs do; never outside of it.
final class Attachments {
    private static final Logger LOG = LoggerFactory.getLogger(Attachments.class);

    private final ImportFiles files;
    private final Blobs blobs;
    private final Sources sources;
    private final Progress progress;
    private final Map<String, Path> byName = new HashMap<>();
    private final Set<Path> kept = new HashSet<>();

    /// @param progress may stop the reading of a file
    Attachments(ImportFiles files, Blobs blobs, Sources sources, Progress progress) {
        this.files = files;
        this.blobs = blobs;
        this.sources = sources;
        this.progress = progress;
        files.files().forEach(file -> byName.putIfAbsent(file.getFileName().toString(), file));
    }

    /// Keeps what a note embeds; what cannot be read is left out, as it would be in the folder.
    ///
    /// @return content hashes by link target
    Map<String, String> of(Document document, Path note) throws ProblemException {
        return keep(
                document.links().stream()
                        .filter(link -> isAttachment(link, document.kind()))
                        .map(Link::target)
                        .distinct()
                        .toList(),
                note);
    }

    /// What a note shows, and the files that it leads to; other notes are sources themselves.
    private static boolean isAttachment(Link link, SourceKind kind) {
        return link.kind() == Link.Kind.ATTACHMENT
                || link.kind() == Link.Kind.FILE
                        && kind == SourceKind.NOTE
                        && !link.target().matches("(?i)(#.*|.*\\.md(#.*)?)");
    }

    /// A note that did not change may still embed a picture that did. What was put into it here
    /// stays.
    void refresh(SourceId note, Path file) throws ProblemException {
        var targets = sources.attachmentTargets(note);
        if (!targets.isEmpty()) {
            var before = sources.attachments(note);
            var now = new LinkedHashMap<>(before);
            now.putAll(keep(targets, file));
            if (!now.equals(before)) {
                sources.saveAttachments(note, now);
            }
        }
    }

    private Map<String, String> keep(List<String> targets, Path note) throws ProblemException {
        var hashes = new LinkedHashMap<String, String>();
        for (String target : targets) {
            var file = find(target, note);
            if (file.isPresent()) {
                keep(file.get()).ifPresent(blob -> hashes.put(target, blob.hash()));
            }
        }
        return hashes;
    }

    private Optional<Blobs.Blob> keep(Path file) throws ProblemException {
        try {
            Path bytes = files.bytes(file).orElse(file);
            var here = blobs.find(blobs.hash(bytes, progress));
            var blob = here.isPresent() ? here.get() : blobs.keep(bytes, progress);
            kept.add(file);
            return Optional.of(blob);
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.OfFile) {
                LOG.info("attachment not kept", e);
                return Optional.empty();
            }
            throw e;
        }
    }

    /// Whether a file belongs to a note.
    boolean kept(Path file) {
        return kept.contains(file);
    }

    /// The place in a file that a link leads to does not matter.
    private Optional<Path> find(String target, Path note) {
        int hash = target.lastIndexOf('#');
        var whole = at(target, note);
        return whole.isPresent() || hash < 0 ? whole : at(target.substring(0, hash), note);
    }

    private Optional<Path> at(String target, Path note) {
        try {
            Path root = files.root(note);
            Path relative =
                    Path.of(URLDecoder.decode(target.replace("+", "%2B"), StandardCharsets.UTF_8));
            for (Path base : List.of(note.resolveSibling(""), root)) {
                Path file = base.resolve(relative).normalize();
                if (file.startsWith(root) && files.bytes(file).isPresent()) {
                    return Optional.of(file);
                }
            }
            Path name = relative.getFileName();
            return name == null
                    ? Optional.empty()
                    : Optional.ofNullable(byName.get(name.toString()))
                            .filter(file -> file.startsWith(root));
        } catch (IllegalArgumentException e) {
            LOG.debug("no such attachment: {}", target, e);
            return Optional.empty();
        }
    }
}
