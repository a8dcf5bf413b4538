package dev.pharos.engine.library;

import dev.pharos.engine.document.Link;
import dev.pharos.engine.document.Markdown;
import dev.pharos.engine.document.Sentences;
import dev.pharos.engine.note.LinkNames;
import dev.pharos.engine.note.LinkTargets;
import dev.pharos.engine.note.Note;
import dev.pharos.engine.note.NoteLinks;
import dev.pharos.engine.note.PlaceAnchor;
import dev.pharos.engine.note.WrittenLink;
import dev.pharos.engine.note.WrittenLinks;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.search.Searcher;
import dev.pharos.engine.storage.SqliteLinks;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The [NoteLinks] of a [Library].
final class LibraryNoteLinks implements NoteLinks {
    private static final Logger LOG = LoggerFactory.getLogger(LibraryNoteLinks.class);
    private static final int FITTING = 200;
    private static final int LOOKED_AT = 200;
    private static final int SHORT_NAME = 4;
    private static final int AROUND = 1_000;
    private static final int FROM_ONE = 100;
    private static final int ABOVE = 4;
    private static final Pattern LINKS = Pattern.compile("\\[\\[[^\\]]*]]");

    /// Stands for a note that is yet to be made.
    private static final SourceId NOT_YET = new SourceId(new UUID(0, 0));

    private final SqliteLinks names;
    private final Sources sources;
    private final Function<SourceId, Optional<Note>> notes;
    private final Searcher searcher;

    /// @param notes gives the text of a note
    LibraryNoteLinks(
            SqliteLinks names,
            Sources sources,
            Function<SourceId, Optional<Note>> notes,
            Searcher searcher) {
        this.names = names;
        this.sources = sources;
        this.notes = notes;
        this.searcher = searcher;
    }

    @Override
    public List<Outgoing> in(SourceId note, String markdown) {
        var links = WrittenLinks.in(markdown);
        var targets = targets(links, note);
        var found = new LinkedHashMap<SourceId, Optional<Source>>();
        return links.stream()
                .map(link ->
                        new Outgoing(
                                link,
                                targets.resolve(link, note)
                                        .flatMap(id -> found.computeIfAbsent(id, sources::find))))
                .toList();
    }

    /// All that some links could mean.
    private LinkTargets targets(List<WrittenLink> written, SourceId from) {
        var called = called(written.stream().map(WrittenLink::target).toList(), from);
        called.addAll(names.marked(marks(written)));
        return new LinkTargets(called);
    }

    private List<LinkTargets.Named> called(Collection<String> written, SourceId from) {
        var keys = new LinkedHashSet<String>();
        for (String target : written) {
            keys.add(LinkNames.ofTarget(target));
            keys.add(LinkNames.key(target));
        }
        return new ArrayList<>(names.called(keys, List.of(from)));
    }

    @Override
    public Optional<SourceId> named(String name, SourceId from) {
        return new LinkTargets(called(List.of(name), from)).named(name, from);
    }

    @Override
    public List<Backlink> to(SourceId source) {
        var keys = names.keys(source);
        var linking = names.linking(keys);
        var targets = new LinkTargets(names.called(keys, linking));
        var found = new ArrayList<Backlink>();
        for (SourceId from : linking) {
            var note = notes.apply(from);
            if (note.isPresent() && !from.equals(source)) {
                String text = note.get().markdown();
                WrittenLinks.in(text).stream()
                        .filter(link ->
                                targets.resolve(link, from).filter(source::equals).isPresent())
                        .limit(FROM_ONE)
                        .map(link -> new Backlink(note.get().source(), link, sentence(text, link)))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static Set<String> marks(List<WrittenLink> links) {
        return links.stream()
                .flatMap(link -> PlaceAnchor.markOf(link.anchor()).stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /// The words around a link, as a reader sees them.
    private static String sentence(String markdown, WrittenLink link) {
        int start = paragraphStart(markdown, link.from());
        int end = paragraphEnd(markdown, link.to());
        var read = Markdown.read(markdown.substring(start, end), Path.of(""));
        long before =
                WrittenLinks.in(markdown.substring(start, end)).stream()
                        .filter(each -> start + each.start() < link.start())
                        .count();
        int at =
                read.links().stream()
                        .filter(each -> each.kind() != Link.Kind.WEB)
                        .sorted(Comparator.comparingInt(Link::start))
                        .skip(before)
                        .findFirst()
                        .map(Link::start)
                        .orElse(0);
        String around = sentence(read.text(), at, read.language());
        return last(markdown, link.to()) ? before(markdown, link).orElse(around) : around;
    }

    private static String sentence(String text, int at, String language) {
        return Sentences.in(text, 0, text.length(), language).stream()
                .filter(span -> span.end() >= at)
                .findFirst()
                .map(span -> span.of(text).replace('\n', ' '))
                .orElse(text);
    }

    /// What a link that ends its line proves: the sentence before it, or, of a link that stands
    /// alone, the last one above it; nothing where there is none.
    private static Optional<String> before(String markdown, WrittenLink link) {
        int end = link.from();
        for (int lines = 0; lines < ABOVE && end > 0; lines++) {
            int line = markdown.lastIndexOf('\n', end - 1) + 1;
            var read = Markdown.read(markdown.substring(line, end), Path.of(""));
            String text = LINKS.matcher(read.text()).replaceAll(" ").strip();
            var spans = Sentences.in(text, 0, text.length(), read.language());
            if (!spans.isEmpty()) {
                return Optional.of(spans.getLast().of(text));
            }
            end = line - 1;
        }
        return Optional.empty();
    }

    private static boolean last(String markdown, int from) {
        int end = markdown.indexOf('\n', from);
        String rest = markdown.substring(from, end < 0 ? markdown.length() : end);
        return LINKS.matcher(rest).replaceAll("").isBlank();
    }

    /// Of a paragraph without end, the lines around the place.
    private static int paragraphStart(String text, int at) {
        int blank = text.lastIndexOf("\n\n", at);
        int start = blank < 0 ? 0 : blank + 2;
        if (at - start <= AROUND) {
            return start;
        }
        int line = text.indexOf('\n', at - AROUND);
        return line < 0 || line > at ? at : line + 1;
    }

    private static int paragraphEnd(String text, int at) {
        int blank = text.indexOf("\n\n", at);
        int end = blank < 0 ? text.length() : blank;
        if (end - at <= AROUND) {
            return end;
        }
        int line = text.lastIndexOf('\n', at + AROUND);
        return line < at ? at + AROUND : line;
    }

    @Override
    public List<Mention> mentions(SourceId source, int limit) {
        var called = names.called(List.of(), List.of(source));
        var words =
                called.stream()
                        .flatMap(named -> named.aliases().stream())
                        .filter(name -> name.length() >= SHORT_NAME)
                        .distinct()
                        .toList();
        var seen = new HashSet<SourceId>();
        seen.add(source);
        to(source).forEach(link -> seen.add(link.from().id()));
        var found = new ArrayList<Mention>();
        for (String name : words) {
            for (Source from : saying(name)) {
                if (found.size() < limit && seen.add(from.id())) {
                    notes.apply(from.id())
                            .flatMap(note -> mention(note, name))
                            .ifPresentOrElse(found::add, () -> seen.remove(from.id()));
                }
            }
        }
        return found;
    }

    private List<Source> saying(String name) {
        try {
            var phrase = "kind:note \"" + name.replace('"', ' ') + '"';
            return searcher.search(new Query(phrase, Query.Mode.KEYWORD, LOOKED_AT)).hits().stream()
                    .map(hit -> hit.source())
                    .distinct()
                    .toList();
        } catch (ProblemException e) {
            LOG.debug("a name that cannot be searched", e);
            return List.of();
        }
    }

    private static Optional<Mention> mention(Note note, String name) {
        String text = note.markdown();
        var links = WrittenLinks.in(text);
        var word =
                Pattern.compile(
                                "(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])",
                                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(text);
        while (word.find()) {
            int at = word.start();
            if (links.stream().noneMatch(link -> link.from() <= at && at < link.to())) {
                int start = paragraphStart(text, at);
                String around = text.substring(start, paragraphEnd(text, word.end()));
                return Optional.of(
                        new Mention(
                                note.source(),
                                at,
                                word.end(),
                                sentence(around, at - start, note.source().language())));
            }
        }
        return Optional.empty();
    }

    @Override
    public List<Suggestion> completion(SourceId from, String typed, int limit) {
        var best = new LinkedHashMap<SourceId, String>();
        names.fitting(typed, FITTING).forEach(each -> best.putIfAbsent(each.source(), each.name()));
        best.remove(from);
        return best.entrySet().stream()
                .limit(limit)
                .flatMap(each ->
                        sources.find(each.getKey()).stream()
                                .map(source -> suggestion(source, each.getValue(), from)))
                .toList();
    }

    private Suggestion suggestion(Source source, String name, SourceId from) {
        String target = target(source, written -> named(written, from));
        return new Suggestion(
                source, name, name.equals(Note.name(source.path())) ? target : target + "|" + name);
    }

    @Override
    public String target(Source source) {
        return target(source, target -> named(target, NOT_YET));
    }

    @Override
    public String target(Source source, Path note) {
        var here = new LinkTargets.Named(NOT_YET, note, Note.name(note), List.of());
        return target(
                source,
                target -> {
                    var keys = List.of(LinkNames.ofTarget(target), LinkNames.key(target));
                    var called = new ArrayList<>(names.called(keys, List.of()));
                    called.removeIf(each -> each.path().equals(note));
                    called.add(here);
                    return new LinkTargets(called).named(target, NOT_YET);
                });
    }

    private static String target(Source source, Function<String, Optional<SourceId>> leads) {
        Path path = source.path();
        String target = Note.name(path);
        for (int last = path.getNameCount() - 1;
                last > 0 && !leads.apply(target).equals(Optional.of(source.id()));
                last--) {
            target =
                    LinkNames.withoutMarkdown(
                            path.subpath(last - 1, path.getNameCount())
                                    .toString()
                                    .replace('\\', '/'));
        }
        return target;
    }

    @Override
    public List<Edge> edges() {
        var targets = new LinkTargets(names.all());
        Set<Edge> edges =
                names.written().stream()
                        .flatMap(written ->
                                targets.resolve(link(written), written.from()).stream()
                                        .map(to -> new Edge(written.from(), to)))
                        .filter(edge -> !edge.from().equals(edge.to()))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        return List.copyOf(edges);
    }

    private static WrittenLink link(SqliteLinks.Written written) {
        int hash = written.target().indexOf('#');
        String target = hash < 0 ? written.target() : written.target().substring(0, hash);
        String anchor = hash < 0 ? "" : written.target().substring(hash);
        var kind = written.kind() == Link.Kind.FILE ? WrittenLink.Kind.PATH : WrittenLink.Kind.WIKI;
        return new WrittenLink(kind, target.strip(), anchor, 0, 0, 0, 0);
    }
}
