package dev.pharos.ui.relationship;

import dev.pharos.engine.relationship.Reason;
import dev.pharos.engine.relationship.Relationship;
import dev.pharos.ui.Texts;

import java.util.List;

/// Says in words how sources have to do with each other.
public final class RelationshipText {
    private static final double STRONG = 0.75;
    private static final double FAIR = 0.5;

    private final Texts texts;

    public RelationshipText(Texts texts) {
        this.texts = texts;
    }

    /// What the open one does to the other, or the other to it.
    String type(Known known) {
        return texts.text(
                switch (known.all().type()) {
                    case CONTINUES ->
                            known.outgoing() ? "relation.continues" : "relation.continued";
                    case SIMILAR -> "relation.similar";
                    case SUPPORTS -> "relation.supports";
                    case CONTRADICTS -> "relation.contradicts";
                    case MENTIONS -> known.outgoing() ? "relation.mentions" : "relation.mentioned";
                });
    }

    String strength(Relationship relationship) {
        double strength = relationship.strength();
        return texts.text(
                strength >= STRONG
                        ? "relation.strong"
                        : strength >= FAIR ? "relation.fair" : "relation.weak");
    }

    /// The words that show it stand below.
    String reason(Reason reason) {
        return switch (reason) {
            case Reason.SameSubject(_, var words) ->
                    words.isEmpty()
                            ? texts.text("relation.sameSubject")
                            : texts.text("relation.sharedWords", String.join(", ", words));
            case Reason.NextInSeries(var series, var number, var before) ->
                    texts.text("relation.nextInSeries", series, number, before);
            case Reason.TakesUp _ -> texts.text("relation.takesUp");
            case Reason.SameClaim _ -> texts.text("relation.sameClaim");
            case Reason.OppositeClaim(_, _, var says, var denies) ->
                    says.isEmpty()
                            ? texts.text("relation.denied")
                            : texts.text("relation.opposite", says, denies);
            case Reason.Named(var name, _, var times) -> texts.text("relation.named", name, times);
        };
    }

    /// The words that show it, those of the open source first.
    ///
    /// @param here whether they are in the open source
    record Shown(Reason.Quote quote, boolean here) {}

    static List<Shown> quotes(Known known) {
        return switch (known.reason()) {
            case Reason.SameSubject _, Reason.NextInSeries _ -> List.of();
            case Reason.TakesUp(var quote) -> List.of(new Shown(quote, known.outgoing()));
            case Reason.Named(_, var quote, _) -> List.of(new Shown(quote, known.outgoing()));
            case Reason.SameClaim(var here, var there) ->
                    List.of(new Shown(here, true), new Shown(there, false));
            case Reason.OppositeClaim(var here, var there, _, _) ->
                    List.of(new Shown(here, true), new Shown(there, false));
        };
    }

    public String decided(Relationship.State decision, String other) {
        return switch (decision) {
            case ACCEPTED -> texts.text("relation.accepted", other);
            case DISMISSED -> texts.text("relation.dismissed", other);
            case SUGGESTED -> texts.text("relation.reopened", other);
        };
    }
}
