package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.answer.AnswerSentence.Doubt;
import dev.pharos.engine.answer.Citation;
import dev.pharos.engine.conversation.CitedPlaces.Standing;
import dev.pharos.engine.conversation.ConversationText;
import dev.pharos.engine.library.Source;

import java.util.Optional;

/// The words around answers.
final class AnswerWords implements ConversationText.Words {

    @Override
    public String sources() {
        return text("answer.sources");
    }

    @Override
    public String place(Source source, Citation citation) {
        return PlaceText.of(source.kind(), citation.place(), citation.highlight() != null);
    }

    @Override
    public String doubt(Doubt doubt) {
        return switch (doubt.reason()) {
            case UNCITED -> text("answer.uncited");
            case TURNED -> text("answer.turned", String.join(", ", doubt.missing()));
            case NOT_SAID -> text("answer.notSaid", String.join(", ", doubt.missing()));
            case REWORDED -> text("answer.reworded", String.join(", ", doubt.missing()));
            case FAR -> text("answer.far");
            case WISHED -> text("answer.wished");
            case ELSEWHERE -> text("answer.elsewhere", String.join(", ", doubt.missing()));
            case UNDECIDED -> text("answer.undecided");
            case UNCHECKED -> text("answer.unchecked");
        };
    }

    @Override
    public String unsupported() {
        return text("answer.unsupported");
    }

    @Override
    public String stopped() {
        return text("answer.stopped");
    }

    /// What became of a citation that cannot be looked up where it was.
    static Optional<String> standing(Standing standing) {
        int marker = standing.citation().marker();
        return switch (standing.state()) {
            case THERE -> Optional.empty();
            case WORDS_GONE -> Optional.of(text("answer.wordsGone", marker));
            case IN_TRASH -> Optional.of(text("answer.inTrash", marker));
            case SOURCE_GONE -> Optional.of(text("answer.sourceGone", marker));
        };
    }
}
