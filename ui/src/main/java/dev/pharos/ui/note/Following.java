package dev.pharos.ui.note;

import dev.pharos.engine.annotation.Anchor;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.Markdown;
import dev.pharos.engine.document.Outline;
import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.note.NoteLinks.Outgoing;
import dev.pharos.engine.note.PlaceAnchor;
import dev.pharos.engine.note.WrittenLinks;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.search.Hit;
import dev.pharos.ui.document.Opening;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.note.Run.Lead;
import dev.pharos.ui.work.Outcome;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Goes where a link leads; what does not exist yet is begun. For the JavaFX thread.
final class Following {
    private static final Pattern WEB = Pattern.compile("https?://[^\\s<>)\\]]+");

    private final NoteViewModel writing;
    private final NewNotes begun;
    private final Opening opening;
    private final Consumer<String> browse;

    /// @param browse shows a page of the web, in the system's own window
    Following(NoteViewModel writing, NewNotes begun, Opening opening, Consumer<String> browse) {
        this.writing = writing;
        this.begun = begun;
        this.opening = opening;
        this.browse = browse;
    }

    void follow(Lead lead) {
        switch (lead) {
            case Lead.Web web -> browse.accept(web.address());
            case Lead.Footnote note -> writing.showFootnote(note.label());
            case Lead.Inside inside when inside.target().isEmpty() ->
                    writing.showAnchor(inside.anchor());
            case Lead.Inside inside -> inside(inside);
        }
    }

    private void inside(Lead.Inside lead) {
        var from = writing.note();
        var notes = writing.parts().notes();
        String written =
                lead.wiki()
                        ? "[[" + lead.target() + lead.anchor() + "]]"
                        : "[x](<" + lead.target() + lead.anchor() + ">)";
        writing.parts()
                .background()
                .<Optional<Found>>job(
                        _ ->
                                notes.links().in(from, written).stream()
                                        .findFirst()
                                        .flatMap(Outgoing::to)
                                        .map(to -> new Found(to, target(to, lead.anchor()))),
                        outcome -> {
                            if (outcome instanceof Outcome.Done(var found)) {
                                found.ifPresentOrElse(
                                        it -> show(it, lead.anchor()), () -> nowhere(lead));
                            }
                        })
                .start();
    }

    /// @param target null where an anchor names no words or place in it
    private record Found(Source source, @Nullable Target target) {}

    private void show(Found found, String anchor) {
        var source = found.source();
        if (found.target() == null && source.kind() == SourceKind.NOTE && !anchor.isEmpty()) {
            writing.parts().arrivals().at(source.id(), new NoteViewModel.Place.Anchor(anchor));
        }
        opening.open(Objects.requireNonNullElseGet(found.target(), () -> Target.of(source)));
    }

    /// What quotes a source that is gone begins no note of its name.
    private void nowhere(Lead.Inside lead) {
        if (PlaceAnchor.markOf(lead.anchor()).isPresent()) {
            writing.tell(new Problem.NoSuchSource(lead.target()));
        } else {
            begun.named(lead.target());
        }
    }

    private @Nullable Target target(Source source, String anchor) {
        var place =
                source.kind() == SourceKind.NOTE
                        ? PlaceAnchor.textOf(anchor).flatMap(words -> said(source, words, anchor))
                        : PlaceAnchor.place(anchor);
        return place.map(there -> at(source, there)).orElse(null);
    }

    /// Where a note says some words now.
    private Optional<Place> said(Source note, String words, String anchor) {
        return writing.parts()
                .notes()
                .find(note.id())
                .map(found -> Markdown.read(found.markdown(), note.path()))
                .flatMap(text -> said(text, words, PlaceAnchor.headingOf(anchor)));
    }

    /// Below its heading first: the same may be said below several.
    private static Optional<Place> said(Document text, String words, String heading) {
        int from = Reading.offset(text, heading);
        var below = Anchor.anywhere(words, text.text().substring(from));
        return below.map(at -> Outline.of(text).place(from + at.start(), from + at.end()))
                .or(() ->
                        Anchor.anywhere(words, text.text())
                                .map(at -> Outline.of(text).place(at.start(), at.end())));
    }

    /// The reader finds out what else there is to know of the place.
    private static Target at(Source source, Place place) {
        boolean letters = place.startOffset() < place.endOffset();
        return new Target(
                source.id(),
                place,
                letters
                        ? List.of(new Hit.Range(place.startOffset(), place.endOffset()))
                        : List.of());
    }

    /// What the link at this place of a line leads to, if there is one.
    static Optional<Lead> at(String line, int column) {
        var web =
                WEB.matcher(line)
                        .results()
                        .filter(each -> each.start() <= column && column <= each.end())
                        .findFirst();
        if (web.isPresent()) {
            return web.map(each -> new Lead.Web(each.group()));
        }
        return WrittenLinks.in(line).stream()
                .filter(link -> link.from() <= column && column <= link.to())
                .findFirst()
                .map(link ->
                        new Lead.Inside(
                                link.target(),
                                link.anchor(),
                                link.from(),
                                line.startsWith("[[", link.from())
                                        || line.startsWith("![[", link.from())));
    }
}
