package dev.pharos.engine.library;

import dev.pharos.engine.document.Link;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The pictures and other files that imported notes embed: kept as originals together with their
/// note. A target is looked for beside the note, from the imported folder, and by its name anywhere
/// in that folder, as the well-known note programs do; never outside of it.
final class Attachments {
    private static final Logger LOG = LoggerFactory.getLogger(Attachments.class);

    private record Wanted(SourceId note, Path file, List<String> targets) {}

    private final ImportFiles files;
    private final Blobs blobs;
    private final Sources sources;
    private final Map<SourceId, Wanted> wanted = new LinkedHashMap<>();
    private final Set<Path> kept = new HashSet<>();

    Attachments(ImportFiles files, Blobs blobs, Sources sources) {
        this.files = files;
        this.blobs = blobs;
        this.sources = sources;
    }

    void note(Sources.Revision revision) {
        var targets =
                revision.document().links().stream()
                        .filter(link -> link.kind() == Link.Kind.ATTACHMENT)
                        .map(Link::target)
                        .distinct()
                        .toList();
        if (!targets.isEmpty()) {
            var source = revision.source();
            wanted.put(source.id(), new Wanted(source.id(), source.path(), targets));
        }
    }

    /// Keeps what the noted revisions embed; what cannot be read is left out, as it would be in the
    /// folder.
    void keep() throws ProblemException {
        var byName = new HashMap<String, Path>();
        files.files().forEach(file -> byName.putIfAbsent(file.getFileName().toString(), file));
        for (Wanted each : wanted.values()) {
            var hashes = new LinkedHashMap<String, String>();
            for (String target : each.targets()) {
                var file = find(target, each.file(), byName);
                if (file.isPresent()) {
                    keep(file.get()).ifPresent(blob -> hashes.put(target, blob.hash()));
                }
            }
            sources.saveAttachments(each.note(), hashes);
        }
    }

    private Optional<Blobs.Blob> keep(Path file) throws ProblemException {
        try {
            var blob = blobs.keep(file, Progress.NONE);
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

    /// Whether a file belongs to a note, of this import or of one before.
    boolean kept(Path file) {
        try {
            return kept.contains(file) || blobs.find(blobs.hash(file, Progress.NONE)).isPresent();
        } catch (ProblemException e) {
            LOG.debug("not readable", e);
            return false;
        }
    }

    private Optional<Path> find(String target, Path note, Map<String, Path> byName) {
        try {
            Path root = files.root(note);
            Path relative =
                    Path.of(URLDecoder.decode(target.replace("+", "%2B"), StandardCharsets.UTF_8));
            for (Path base : List.of(note.resolveSibling(""), root)) {
                Path file = base.resolve(relative).normalize();
                if (file.startsWith(root) && Files.isRegularFile(file)) {
                    return Optional.of(file);
                }
            }
            return Optional.ofNullable(byName.get(relative.getFileName().toString()))
                    .filter(file -> file.startsWith(root));
        } catch (IllegalArgumentException e) {
            LOG.debug("no such attachment: {}", target, e);
            return Optional.empty();
        }
    }
}
