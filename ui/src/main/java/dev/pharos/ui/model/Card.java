package dev.pharos.ui.model;

import dev.pharos.engine.answer.AnswerScale;
import dev.pharos.engine.meaning.Embedders;
import dev.pharos.engine.model.ModelInfo;
import dev.pharos.engine.model.ModelKind;
import dev.pharos.engine.model.ModelTrial;
import dev.pharos.engine.model.Shelved;
import dev.pharos.engine.problem.Problem;

import org.jspecify.annotations.Nullable;

/// A model as the window shows it: how it stands, what is being done with it, what there is to say.
///
/// @param doing null while nothing is
/// @param note null where there is nothing to say
/// @param open its details are shown
public record Card(
        Shelved shelved, Stand stand, @Nullable Doing doing, @Nullable Note note, boolean open) {

    /// How a model stands among what is used.
    ///
    /// @param chosen it is the one that works for its kind
    /// @param next the library is being embedded with it, to be searched with it then
    /// @param mirrored downloads come from a mirror, which may also have what nobody else gives out
    /// @param runs what it would run on, if it is an embedder that is here; else null
    /// @param refused why it cannot be opened, if it is an embedder that is here; else null
    public record Stand(
            boolean chosen,
            boolean next,
            boolean mirrored,
            Embedders.@Nullable Placement runs,
            @Nullable Problem refused) {}

    /// What is being done with a model. Bytes; a total of 0 is unknown.
    public sealed interface Doing {
        /// @param perSecond bytes, 0 while there is too little to tell
        record Getting(long done, long total, double perSecond) implements Doing {}

        record Checking(long done, long total) implements Doing {}

        record Testing() implements Doing {}

        record Deleting() implements Doing {}
    }

    /// What is said beneath a model until something is done with it.
    public sealed interface Note {
        record Tested(ModelTrial.Outcome outcome) implements Note {}

        /// Every byte is as it came.
        ///
        /// @param first nobody knew how that was; it is kept from now on
        record Checked(boolean first) implements Note {}

        /// It came from a file or folder of its owner.
        record Added() implements Note {}

        record Failed(Problem problem, Attempt attempt) implements Note {}

        /// Whether to delete it.
        record AskDelete() implements Note {}

        /// Whether to embed the library anew with it.
        ///
        /// @param passages that would be embedded
        /// @param seconds that it would take on this machine; 0 where nobody knows
        record AskChange(int passages, long seconds) implements Note {}
    }

    /// What failed, and can be tried again.
    public enum Attempt {
        GET,
        TEST,
        CHECK,
        DELETE;

        /// It changes nothing, and can be made again by the button that made it.
        boolean look() {
            return this == TEST || this == CHECK;
        }
    }

    public ModelInfo info() {
        return shelved.info();
    }

    public String id() {
        return info().id();
    }

    public boolean chosen() {
        return stand.chosen();
    }

    public boolean next() {
        return stand.next();
    }

    /// Someone gives it out for download, or the owner's mirror may.
    public boolean downloadable() {
        return !info().files().isEmpty()
                && (stand.mirrored()
                        || info().files().stream().allMatch(file -> file.url() != null));
    }

    /// It was not looked at whether answers are as strict with it as with the bundled model.
    public boolean loose() {
        return info().kind() == ModelKind.EMBEDDING && !AnswerScale.suits(id());
    }

    /// It can be set to work here, once it is here; what is damaged, or an embedder that nothing
    /// can open, cannot.
    public boolean usable() {
        return switch (info().kind()) {
            case SPEECH -> !damaged();
            case EMBEDDING -> !damaged() && (!shelved.present() || stand.runs() != null);
            case RERANKING, CHAT, PACK -> false;
        };
    }

    /// Its bytes are not those that came.
    public boolean damaged() {
        return proof() == Shelved.Proof.DAMAGED;
    }

    /// What is known of the bytes that are here; null where none are.
    public Shelved.@Nullable Proof proof() {
        return shelved.state() instanceof Shelved.State.Present here ? here.proof() : null;
    }

    /// Whether it is bad news that stands in its line.
    boolean failing() {
        return note instanceof Note.Failed failed && failed.attempt().look()
                || !(note instanceof Note.Tested) && (damaged() || stand.refused() != null);
    }

    /// It is something that can be tried alone.
    public boolean testable() {
        return switch (info().kind()) {
            case SPEECH, EMBEDDING -> true;
            case RERANKING, CHAT, PACK -> false;
        };
    }
}
