package dev.pharos.engine.note;

import dev.pharos.engine.library.SourceId;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Keeps links right where a note gets another name or place: each link leads afterwards to what it
/// has led to before, in the spelling that its author has chosen, as far as that can be. Immutable.
public final class LinkMoves {
    private final LinkTargets before;
    private final LinkTargets after;
    private final LinkTargets.Named moved;
    private final List<LinkTargets.Named> all;

    /// @param all that can be linked to, as it is now
    /// @param moved the one that changes, as it will be
    public LinkMoves(List<LinkTargets.Named> all, LinkTargets.Named moved) {
        this.moved = moved;
        before = new LinkTargets(all);
        this.all = all.stream().map(each -> each.id().equals(moved.id()) ? moved : each).toList();
        after = new LinkTargets(this.all);
    }

    /// A note's Markdown with targets that will be right.
    public String rewritten(String markdown, SourceId note) {
        return WrittenLinks.rewritten(markdown, link -> target(link, note));
    }

    private String target(WrittenLink link, SourceId from) {
        var meant = before.resolve(link, from);
        boolean exact = before.exactly(link, from).equals(meant);
        if (meant.isEmpty()
                || link.target().isEmpty()
                || leads(link, link.target(), from, meant, exact)) {
            return link.target();
        }
        return spellings(link, from, meant.get()).stream()
                .filter(target -> leads(link, target, from, meant, exact))
                .findFirst()
                .orElse(link.target());
    }

    private boolean leads(
            WrittenLink link,
            String target,
            SourceId from,
            Optional<SourceId> to,
            boolean exactly) {
        // By its name, though the link may say whom it means: other programs know names alone.
        var there = new WrittenLink(link.kind(), target, "", 0, 0, 0, 0);
        return (exactly ? after.exactly(there, from) : after.resolve(there, from)).equals(to);
    }

    /// How the link could be written, first as alike as can be.
    private List<String> spellings(WrittenLink link, SourceId from, SourceId to) {
        Path path = path(to);
        boolean wiki =
                link.kind() == WrittenLink.Kind.WIKI || link.kind() == WrittenLink.Kind.EMBED;
        String target = wiki ? link.target() : LinkNames.decoded(link.target());
        boolean bare = LinkNames.withoutMarkdown(target).equals(target);
        String file = String.valueOf(path.getFileName());
        String name = bare ? LinkNames.withoutMarkdown(file) : file;
        var spellings = new ArrayList<String>();
        String folders = target.substring(0, target.lastIndexOf('/') + 1);
        spellings.add(folders + name);
        if (wiki) {
            for (int names = 1; names <= path.getNameCount(); names++) {
                Path end = path.subpath(path.getNameCount() - names, path.getNameCount());
                String slashed = end.toString().replace('\\', '/');
                spellings.add(bare ? LinkNames.withoutMarkdown(slashed) : slashed);
            }
            return spellings;
        }
        beside(path(from), path)
                .ifPresent(relative -> {
                    spellings.add(bare ? LinkNames.withoutMarkdown(relative) : relative);
                });
        return spellings.stream()
                .map(spelling -> link.target().contains(" ") ? spelling : encoded(spelling))
                .toList();
    }

    private Path path(SourceId id) {
        return id.equals(moved.id())
                ? moved.path()
                : all.stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .orElseThrow()
                        .path();
    }

    private static Optional<String> beside(Path from, Path to) {
        if (from.isAbsolute() != to.isAbsolute() || !Objects.equals(from.getRoot(), to.getRoot())) {
            return Optional.empty();
        }
        Path folder = from.getParent() == null ? Path.of("") : from.getParent();
        return Optional.of(folder.relativize(to).toString().replace('\\', '/'));
    }

    /// As a Markdown link has it.
    public static String encoded(String path) {
        return path.replace("%", "%25").replace(" ", "%20").replace("(", "%28").replace(")", "%29");
    }
}
