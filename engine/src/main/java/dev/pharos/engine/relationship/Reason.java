package dev.pharos.engine.relationship;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import dev.pharos.engine.library.Place;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Why two sources are thought to have to do with each other. Words for it are chosen where it is
/// shown.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "reason")
@JsonSubTypes({
    @JsonSubTypes.Type(Reason.SameSubject.class),
    @JsonSubTypes.Type(Reason.NextInSeries.class),
    @JsonSubTypes.Type(Reason.TakesUp.class),
    @JsonSubTypes.Type(Reason.SameClaim.class),
    @JsonSubTypes.Type(Reason.OppositeClaim.class),
    @JsonSubTypes.Type(Reason.Named.class)
})
public sealed interface Reason {

    /// Words of a source, and where they stand in it.
    record Quote(String words, Place place) {}

    /// They speak of the same.
    ///
    /// @param likeness from 0 to 1
    /// @param words that both have and few others; may be empty
    record SameSubject(double likeness, List<String> words) implements Reason {

        /// Earlier versions kept no words.
        public SameSubject(double likeness, @Nullable List<String> words) {
            this.likeness = likeness;
            this.words = words == null ? List.of() : List.copyOf(words);
        }
    }

    /// Their titles are those of neighbours in a series.
    ///
    /// @param series what both titles have in common
    /// @param number of the one that continues, as its title has it
    /// @param before of the other one
    record NextInSeries(String series, String number, String before) implements Reason {}

    /// One says that it takes up an earlier talk.
    record TakesUp(Quote here) implements Reason {}

    /// Both say the same in words of their own.
    ///
    /// @param here in the one that the relationship comes from
    record SameClaim(Quote here, Quote there) implements Reason {}

    /// Both cannot be right.
    ///
    /// @param here in the one that the relationship comes from
    /// @param says the word or number of `here` that does not go with the other; empty where the
    ///   other denies it
    /// @param denies the same of `there`
    record OppositeClaim(Quote here, Quote there, String says, String denies) implements Reason {}

    /// One names the other.
    ///
    /// @param name as the other is called
    /// @param here the words around it
    /// @param times how often
    record Named(String name, Quote here, int times) implements Reason {}

    /// The same told from the other side.
    default Reason turned() {
        return switch (this) {
            case SameClaim(var here, var there) -> new SameClaim(there, here);
            case OppositeClaim(var here, var there, var says, var denies) ->
                    new OppositeClaim(there, here, denies, says);
            case SameSubject _, NextInSeries _, TakesUp _, Named _ -> this;
        };
    }
}
