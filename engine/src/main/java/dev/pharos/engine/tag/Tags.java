package dev.pharos.engine.tag;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/// The tags of a library. Those of a note stand in its text and are changed there: in its front
/// matter and as `#tag` in its words, no other character. Those of other sources are kept beside
/// their files: what their owner gives or takes away stays so, whatever a new revision of the file
/// says. Every change to many sources can be taken back whole. Sources in the trash have none.
///
/// All calls block; safe for use by several threads. What writes needs a library that was opened
/// for writing. Names are taken as they are typed (see [TagName#of]).
public interface Tags {

    /// The tree of all tags, those at the top in alphabetical order; some tens of milliseconds with
    /// 20,000 sources.
    List<Tag> all();

    /// The tags of a source, and which of them its owner gave it here.
    List<Given> of(SourceId source);

    /// A tag of a source.
    ///
    /// @param here whether it was given here, and not by the file or the words of the source
    record Given(String name, boolean here) {}

    /// Gives tags to sources that do not have them yet; a note gets them in its front matter.
    ///
    /// @throws ProblemException `UnusableTag`
    Change add(Collection<SourceId> sources, Collection<String> tags, Progress progress)
            throws ProblemException;

    /// Takes exactly this tag away from sources. In the words of a note `#tag` becomes `tag`.
    Change remove(Collection<SourceId> sources, Collection<String> tags, Progress progress)
            throws ProblemException;

    /// Gives a tag another name everywhere, and with it those below it; its colour goes along.
    ///
    /// @throws ProblemException `UnusableTag`; `TagExists` where there is another tag of that name:
    ///   [#merge] makes one of the two
    Change rename(String from, String to, Progress progress) throws ProblemException;

    /// Makes one tag of several: all have the name of the last one then, which need not be there
    /// yet.
    ///
    /// @throws ProblemException `UnusableTag`
    Change merge(Collection<String> from, String into, Progress progress) throws ProblemException;

    /// Takes a tag, and those below it, away from every source.
    Change delete(String tag, Progress progress) throws ProblemException;

    /// @param colour `#rrggbb`, or null for none
    Change colour(String tag, @Nullable String colour);

    /// Takes a change back, as far as nobody has changed the same again since.
    void undo(Change change) throws ProblemException;

    /// What a change has done: all that [#undo] needs.
    record Change(List<Written> notes, List<Marked> sources, List<Coloured> colours) {

        public static final Change NONE = new Change(List.of(), List.of(), List.of());

        /// The revisions of a note before and after.
        public record Written(SourceId note, int before, int after) {}

        /// The tags of another source before and after.
        public record Marked(SourceId source, Map<String, Mark> before, Map<String, Mark> after) {
            public Marked {
                before = Map.copyOf(before);
                after = Map.copyOf(after);
            }
        }

        /// The colour of a tag before and after.
        public record Coloured(String tag, @Nullable String before, @Nullable String after) {}

        public Change {
            notes = List.copyOf(notes);
            sources = List.copyOf(sources);
            colours = List.copyOf(colours);
        }

        /// How many notes and other sources have other tags now.
        public int changed() {
            return notes.size() + sources.size();
        }
    }

    /// How it stands with a tag and a source.
    enum Mark {
        /// Its file says so.
        OWN,
        /// Its owner gave it here.
        GIVEN,
        /// Its owner took it away here.
        TAKEN
    }
}
