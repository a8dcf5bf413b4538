package dev.pharos.ui.conversation;

import dev.pharos.engine.answer.AnswerMode;
import dev.pharos.engine.conversation.Scope;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.tag.Tag;
import dev.pharos.ui.Texts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Questions to begin with, made of what is in the library.
final class ExampleQuestions {

    /// A question, and how it is asked.
    record Example(String question, AnswerMode mode, Scope scope) {}

    /// Of a title.
    private static final int LONGEST = 48;

    private ExampleQuestions() {}

    /// Three of them, or as many as there is something to ask for.
    ///
    /// @param tags in any order
    static List<Example> of(List<Source> sources, List<Tag> tags, Texts texts) {
        var longest =
                sources.stream()
                        .filter(each -> each.passages() > 0 && each.title().length() <= LONGEST)
                        .sorted(Comparator.comparingInt(Source::passages).reversed())
                        .limit(2)
                        .toList();
        var all = new ArrayList<Example>();
        longest.stream()
                .findFirst()
                .ifPresent(first ->
                        all.add(
                                new Example(
                                        texts.text("conversation.askAbout", first.title()),
                                        AnswerMode.SUMMARISE,
                                        ScopeViewModel.withSources(List.of(first.id())))));
        tags.stream()
                .max(Comparator.comparingInt(Tag::total))
                .ifPresent(most ->
                        all.add(
                                new Example(
                                        texts.text("conversation.askTagged", most.label()),
                                        AnswerMode.LIST,
                                        ScopeViewModel.withTag(Scope.ALL, most.name()))));
        if (longest.size() == 2) {
            all.add(
                    new Example(
                            texts.text(
                                    "conversation.askBoth",
                                    longest.getFirst().title(),
                                    longest.getLast().title()),
                            AnswerMode.COMPARE,
                            ScopeViewModel.withSources(
                                    longest.stream().map(Source::id).toList())));
        }
        return all;
    }
}
