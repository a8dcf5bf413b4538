package dev.pharos.ui.making;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.making.MadeNote;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What can be chosen before notes are made of some sources. Immutable.
///
/// @param sources what notes are made of, or made notes that are made again
/// @param templates of one's own that have places for a summary
/// @param wordless how many are recordings that nobody has transcribed
/// @param made how the notes were made that are made again; empty for new ones
/// @param staying how many made notes were chosen beside other sources, and are not made again
/// @param service of research; null where none is set
/// @param model that can write; null where none is set, or none may be asked
record MakingChoices(
        List<Source> sources,
        List<Source> templates,
        long wordless,
        List<MadeNote> made,
        int staying,
        MakingQuestion.@Nullable Place service,
        MakingQuestion.@Nullable Place model) {

    /// How the one note was made that is made again; null for new ones and for several.
    @Nullable MadeNote one() {
        return made.size() == 1 ? made.getFirst() : null;
    }

    /// Whether notes that are there are made again.
    boolean again() {
        return !made.isEmpty();
    }

    /// Blocks for milliseconds.
    static MakingChoices of(Library library, List<Source> chosen, MakingQuestion.Beyond beyond)
            throws ProblemException {
        var made =
                chosen.stream()
                        .flatMap(each -> library.making().made().find(each.id()).stream())
                        .toList();
        boolean again = made.size() == chosen.size();
        var sources = again ? chosen : fresh(chosen, made);
        var lengths = library.transcripts().lengths();
        long wordless =
                sources.stream()
                        .filter(each -> each.kind() == SourceKind.RECORDING)
                        .filter(each -> !lengths.containsKey(each.id()))
                        .count();
        return new MakingChoices(
                sources,
                templates(library),
                wordless,
                again ? made : List.of(),
                again ? 0 : made.size(),
                beyond.service(),
                beyond.model());
    }

    /// Those that are no notes that were made themselves.
    private static List<Source> fresh(List<Source> chosen, List<MadeNote> made) {
        var notes = made.stream().map(MadeNote::note).collect(Collectors.toSet());
        return chosen.stream().filter(each -> !notes.contains(each.id())).toList();
    }

    private static List<Source> templates(Library library) throws ProblemException {
        var forms = new ArrayList<Source>();
        for (var each : library.notes().templates()) {
            try {
                library.making().form(each.id().toString());
                forms.add(each);
            } catch (ProblemException e) {
                if (!(e.problem() instanceof Problem.NoSuchNoteForm)) {
                    throw e;
                }
            }
        }
        return forms;
    }
}
