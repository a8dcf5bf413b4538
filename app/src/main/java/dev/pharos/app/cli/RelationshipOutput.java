package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.relationship.Reason;
import dev.pharos.engine.relationship.Relationship;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// What `relationships` prints.
final class RelationshipOutput {
    private RelationshipOutput() {}

    /// One side of a relationship.
    ///
    /// @param quote the words that show it, or null
    record End(
            String id,
            String title,
            @Nullable String quote,
            @Nullable Integer page,
            @Nullable Integer paragraph,
            @Nullable Long startMs,
            @Nullable Integer startOffset,
            @Nullable Integer endOffset) {
        static End of(Source source, Reason.@Nullable Quote quote) {
            @Nullable Place place = quote == null ? null : quote.place();
            return new End(
                    source.id().toString(),
                    source.title(),
                    quote == null ? null : quote.words(),
                    place == null ? null : place.page(),
                    place == null ? null : place.paragraph(),
                    place == null ? null : place.startMs(),
                    place == null ? null : Integer.valueOf(place.startOffset()),
                    place == null ? null : Integer.valueOf(place.endOffset()));
        }
    }

    /// @param type what `from` does to `to`
    /// @param reason in words
    record Listed(
            End from,
            String type,
            End to,
            double strength,
            String state,
            String reason,
            String when) {
        static Listed of(Relationship each, Source from, Source to) {
            return new Listed(
                    End.of(from, here(each.reason())),
                    each.type().name().toLowerCase(Locale.ROOT),
                    End.of(to, there(each.reason())),
                    each.strength(),
                    each.state().name().toLowerCase(Locale.ROOT),
                    RelationshipOutput.reason(each.reason(), from, to),
                    each.when().toString());
        }
    }

    private static Reason.@Nullable Quote here(Reason reason) {
        return switch (reason) {
            case Reason.SameClaim(var here, _) -> here;
            case Reason.OppositeClaim(var here, _, _, _) -> here;
            case Reason.Named(_, var here, _) -> here;
            case Reason.TakesUp(var here) -> here;
            case Reason.SameSubject _, Reason.NextInSeries _ -> null;
        };
    }

    private static Reason.@Nullable Quote there(Reason reason) {
        return switch (reason) {
            case Reason.SameClaim(_, var there) -> there;
            case Reason.OppositeClaim(_, var there, _, _) -> there;
            case Reason.SameSubject _, Reason.NextInSeries _, Reason.Named _, Reason.TakesUp _ ->
                    null;
        };
    }

    static String type(Relationship.Type type) {
        return text(
                switch (type) {
                    case CONTINUES -> "relationships.type.continues";
                    case SIMILAR -> "relationships.type.similar";
                    case SUPPORTS -> "relationships.type.supports";
                    case CONTRADICTS -> "relationships.type.contradicts";
                    case MENTIONS -> "relationships.type.mentions";
                });
    }

    static String state(Relationship.State state) {
        return text(
                switch (state) {
                    case SUGGESTED -> "relationships.suggested";
                    case ACCEPTED -> "relationships.accepted";
                    case DISMISSED -> "relationships.dismissed";
                });
    }

    static String reason(Reason reason, Source from, Source to) {
        return switch (reason) {
            case Reason.SameSubject(_, var words) ->
                    words.isEmpty()
                            ? text("relationships.sameSubject")
                            : text("relationships.sharedWords", String.join(", ", words));
            case Reason.NextInSeries(var series, var number, var before) ->
                    text("relationships.nextInSeries", series, number, before);
            case Reason.TakesUp(var here) -> text("relationships.takesUp", quoted(here, from));
            case Reason.SameClaim(var here, var there) ->
                    text("relationships.sameClaim", quoted(here, from), quoted(there, to));
            case Reason.OppositeClaim(var here, var there, var says, var denies) ->
                    says.isEmpty()
                            ? text("relationships.denied", quoted(here, from), quoted(there, to))
                            : text(
                                    "relationships.opposite",
                                    quoted(here, from),
                                    quoted(there, to),
                                    says,
                                    denies);
            case Reason.Named(var name, var here, var times) ->
                    text("relationships.named", name, times, quoted(here, from));
        };
    }

    private static String quoted(Reason.Quote quote, Source source) {
        String place = PlaceText.of(source.kind(), quote.place());
        String words = quote.words().replaceAll("\\s+", " ");
        return place.isEmpty() ? words : words + " [" + place + "]";
    }
}
