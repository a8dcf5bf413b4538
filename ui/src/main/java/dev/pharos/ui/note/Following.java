package dev.pharos.ui.note;

import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.note.NoteLinks.Outgoing;
import dev.pharos.engine.note.PlaceAnchor;
import dev.pharos.engine.note.WrittenLinks;
import dev.pharos.engine.search.Hit;
import dev.pharos.ui.document.Opening;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.note.Run.Lead;
import dev.pharos.ui.work.Outcome;

import java.util.List;
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
                .<Optional<Source>>job(
                        _ ->
                                notes.links().in(from, written).stream()
                                        .findFirst()
                                        .flatMap(Outgoing::to),
                        outcome -> {
                            if (outcome instanceof Outcome.Done(var to)) {
                                to.ifPresentOrElse(
                                        source -> show(source, lead.anchor()),
                                        () -> begun.named(lead.target()));
                            }
                        })
                .start();
    }

    private void show(Source source, String anchor) {
        if (source.kind() != SourceKind.NOTE) {
            opening.open(
                    PlaceAnchor.place(anchor)
                            .map(place -> at(source, place))
                            .orElseGet(() -> Target.of(source)));
            return;
        }
        if (!anchor.isEmpty()) {
            writing.parts().arrivals().at(source.id(), new NoteViewModel.Place.Anchor(anchor));
        }
        opening.open(Target.of(source));
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
