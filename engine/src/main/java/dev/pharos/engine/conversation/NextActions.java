package dev.pharos.engine.conversation;

import dev.pharos.engine.answer.Answer;
import dev.pharos.engine.answer.Citation;
import dev.pharos.engine.collection.Collections;
import dev.pharos.engine.collection.SavedCollection;
import dev.pharos.engine.collection.SavedCollection.Content;
import dev.pharos.engine.learning.Quiz;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.making.MadeNotes;
import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Proposes what to do next with an answer. Only reads; blocks for milliseconds. Safe for use by
/// several threads.
public final class NextActions {
    /// Who looks at one source needs no collection for it.
    private static final int SEVERAL = 2;

    /// Who cites fewer statements has nothing to ask for.
    private static final int ASKED_FOR = Quiz.FEWEST;

    private final Sources sources;
    private final Collections collections;
    private final MadeNotes made;

    public NextActions(Sources sources, Collections collections, MadeNotes made) {
        this.sources = sources;
        this.collections = collections;
        this.made = made;
    }

    /// Nothing after an answer that nothing proves; what is in the trash is not offered.
    ///
    /// @throws ProblemException as [Collections] does
    public List<NextAction> after(Answer answer) throws ProblemException {
        var cited = new LinkedHashMap<Source, List<Citation>>();
        for (Citation each : answer.citations()) {
            sources.find(each.source())
                    .ifPresent(source ->
                            cited.computeIfAbsent(source, _ -> new ArrayList<>()).add(each));
        }
        var actions = new ArrayList<NextAction>();
        if (!answer.supported() || cited.isEmpty()) {
            return actions;
        }
        most(cited).ifPresent(each -> actions.add(new NextAction.Open(each)));
        cited.keySet().stream()
                .filter(source -> source.kind() == SourceKind.RECORDING)
                .filter(source -> made.from(source.id()).isEmpty())
                .map(source -> new NextAction.MakeNoteOf(source.id(), source.title()))
                .forEach(actions::add);
        actions.add(new NextAction.CreateNote());
        if (cited.values().stream().mapToLong(NextActions::places).sum() >= ASKED_FOR) {
            actions.add(new NextAction.MakeQuiz());
        }
        var ids = cited.keySet().stream().map(Source::id).toList();
        if (ids.size() >= SEVERAL) {
            collection(answer.question(), ids).ifPresent(actions::add);
        }
        return actions;
    }

    private static long places(List<Citation> of) {
        return of.stream().map(each -> each.place().startOffset()).distinct().count();
    }

    /// Of equal ones the first.
    private static Optional<Citation> most(Map<Source, List<Citation>> cited) {
        @Nullable List<Citation> most = null;
        for (var each : cited.values()) {
            most = most == null || each.size() > most.size() ? each : most;
        }
        return Optional.ofNullable(most).map(List::getFirst);
    }

    /// Nothing where one has them all.
    private Optional<NextAction> collection(String question, List<SourceId> cited)
            throws ProblemException {
        @Nullable SavedCollection best = null;
        Set<SourceId> there = Set.of();
        for (var each : collections.all()) {
            if (each.content() instanceof Content.Picked()) {
                var held = new HashSet<>(collections.sources(each.id()));
                held.retainAll(cited);
                if (held.size() > there.size()) {
                    best = each;
                    there = held;
                }
            }
        }
        var known = there;
        var missing = cited.stream().filter(id -> !known.contains(id)).toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                best == null
                        ? new NextAction.AddToCollection(null, question, missing)
                        : new NextAction.AddToCollection(best.id(), best.name(), missing));
    }
}
