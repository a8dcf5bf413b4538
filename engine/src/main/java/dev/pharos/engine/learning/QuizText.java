package dev.pharos.engine.learning;

import dev.pharos.engine.answer.Answerer;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.MarkdownText;
import dev.pharos.engine.learning.Quiz.Question;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.making.NoteWords;
import dev.pharos.engine.making.PlaceLink;
import dev.pharos.engine.note.FrontMatter;
import dev.pharos.engine.note.LinkNames;
import dev.pharos.engine.note.NoteLinks;

import java.nio.file.Path;

/// A quiz as the Markdown of a note: numbered questions, and below them the answers, folded where a
/// program can do that, each with a link to where it stands.
///
/// @param folder in which the note will stand
record QuizText(Sources sources, NoteLinks links, String folder) {
    private static final String LINE = "\\_\\_\\_\\_\\_";

    String markdown(Quiz quiz, String title, QuizWords words) {
        var at = Path.of(folder, LinkNames.fit(title) + ".md");
        var text = new StringBuilder();
        var answers = new StringBuilder("\n> [!success]- " + words.answers() + "\n");
        int number = 0;
        for (var each : quiz.questions()) {
            number++;
            text.append(number).append(". ").append(question(each)).append('\n');
            answers.append("> ").append(number).append(". ").append(answer(each, quiz, at));
            answers.append('\n');
        }
        return front(quiz, title, at) + text + answers;
    }

    private static String question(Question question) {
        return MarkdownText.line(question.text()).replace(String.valueOf(Quiz.GAP), LINE);
    }

    private String answer(Question question, Quiz quiz, Path at) {
        var source = question.source();
        String where = NoteWords.of(quiz.language()).place(source.kind(), question.place());
        return MarkdownText.line(question.answer())
                + " – "
                + link(source, at).to(question.place(), where);
    }

    private PlaceLink link(Source source, Path at) {
        String text = sources.document(source.id()).map(Document::text).orElse("");
        return new PlaceLink(source, links.target(source, at), text);
    }

    /// That it was made, so that it proves no answer, and of what.
    private String front(Quiz quiz, String title, Path at) {
        var of = quiz.questions().stream().map(Question::source).distinct();
        var from = of.map(each -> link(each, at).plain()).toList();
        String front = FrontMatter.with("", "title", title);
        front =
                FrontMatter.with(
                        front, "source", from.size() == 1 ? from.getFirst() : (Object) from);
        front = FrontMatter.with(front, "language", quiz.language());
        front = FrontMatter.with(front, "created_by", "Pharos");
        return FrontMatter.with(front, Answerer.ANSWERED, Answerer.MADE) + "\n";
    }
}
