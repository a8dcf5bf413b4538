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

/// What can be chosen before notes are made of some sources. Immutable.
///
/// @param sources what notes are made of, or one note that is made again
/// @param templates of one's own that have places for a summary
/// @param wordless how many are recordings that nobody has transcribed
/// @param made how the note was made that is made again; null for new ones
/// @param service of research; null where none is set
/// @param model that can write; null where none is set, or none may be asked
record MakingChoices(
        List<Source> sources,
        List<Source> templates,
        long wordless,
        @Nullable MadeNote made,
        MakingQuestion.@Nullable Place service,
        MakingQuestion.@Nullable Place model) {

    /// Blocks for milliseconds.
    static MakingChoices of(Library library, List<Source> chosen, MakingQuestion.Beyond beyond)
            throws ProblemException {
        var sources = fresh(library, chosen);
        var made =
                sources.size() == 1
                        ? library.making().made().find(sources.getFirst().id()).orElse(null)
                        : null;
        var lengths = library.transcripts().lengths();
        long wordless =
                sources.stream()
                        .filter(each -> each.kind() == SourceKind.RECORDING)
                        .filter(each -> !lengths.containsKey(each.id()))
                        .count();
        return new MakingChoices(
                sources, templates(library), wordless, made, beyond.service(), beyond.model());
    }

    /// Of several those that are no notes that were made themselves, if there are any.
    private static List<Source> fresh(Library library, List<Source> chosen) {
        var fresh =
                chosen.stream()
                        .filter(each -> library.making().made().find(each.id()).isEmpty())
                        .toList();
        return fresh.isEmpty() || chosen.size() == 1 ? chosen : fresh;
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
