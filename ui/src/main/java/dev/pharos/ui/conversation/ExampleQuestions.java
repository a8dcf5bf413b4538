package dev.pharos.ui.conversation;

import dev.pharos.engine.conversation.Scope;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.tag.Tag;
import dev.pharos.ui.Texts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// Questions to begin with, made of what is in the library: each asks for a summary of a part of
/// it, which there always is.
final class ExampleQuestions {

    /// @param scope the part that is summarised
    record Example(String question, Scope scope) {}

    /// Of a title.
    private static final int LONGEST = 48;

    private static final int NEW = 30;

    private ExampleQuestions() {}

    /// Three of them, or as many as there is something to ask for.
    ///
    /// @param tags in any order
    static List<Example> of(List<Source> sources, List<Tag> tags, Texts texts) {
        var said = sources.stream().filter(each -> each.passages() > 0).toList();
        var all = new ArrayList<Example>();
        said.stream()
                .filter(each -> each.title().length() <= LONGEST)
                .filter(each -> !each.title().endsWith("?")) // such as a note made of an answer
                .max(Comparator.comparingInt(Source::passages))
                .ifPresent(longest ->
                        all.add(
                                new Example(
                                        texts.text("conversation.askAbout", longest.title()),
                                        ScopeViewModel.withSources(List.of(longest.id())))));
        tags.stream()
                .max(Comparator.comparingInt(Tag::total))
                .ifPresent(most ->
                        all.add(
                                new Example(
                                        texts.text("conversation.askTagged", most.name()),
                                        ScopeViewModel.withTag(Scope.ALL, most.name()))));
        var lately = ScopeViewModel.lastDays(NEW);
        if (said.stream().anyMatch(each -> !date(each).isBefore(lately.start()))) {
            all.add(
                    new Example(
                            texts.text("conversation.askNew"),
                            ScopeViewModel.withPeriod(Scope.ALL, lately)));
        }
        return all;
    }

    /// As a scope counts it.
    private static Instant date(Source source) {
        var own = source.created() == null ? source.modified() : source.created();
        return Objects.requireNonNullElse(own, source.imported());
    }
}
