package dev.pharos.ui.answer;

import dev.pharos.engine.answer.Answer;
import dev.pharos.engine.answer.AnswerMode;
import dev.pharos.engine.answer.AnswerSentence.Doubt;
import dev.pharos.engine.answer.Citation;
import dev.pharos.engine.conversation.CitedPlaces.Standing;
import dev.pharos.engine.conversation.ConversationText;
import dev.pharos.engine.library.Source;
import dev.pharos.ui.Texts;
import dev.pharos.ui.document.PlaceText;

/// What is said about an answer. For every thread.
public final class AnswerWords implements ConversationText.Words {
    private final Texts texts;
    private final PlaceText places;

    public AnswerWords(Texts texts) {
        this.texts = texts;
        places = new PlaceText(texts);
    }

    @Override
    public String sources() {
        return texts.text("answer.sources");
    }

    @Override
    public String place(Source source, Citation citation) {
        return places.of(source.kind(), source.title(), citation.place());
    }

    @Override
    public String doubt(Doubt doubt) {
        return switch (doubt.reason()) {
            case UNCITED -> texts.text("answer.uncited");
            case TURNED -> texts.text("answer.turned", String.join(", ", doubt.missing()));
            case NOT_SAID -> texts.text("answer.notSaid", String.join(", ", doubt.missing()));
            case REWORDED -> texts.text("answer.reworded", String.join(", ", doubt.missing()));
            case FAR -> texts.text("answer.far");
            case WISHED -> texts.text("answer.wished");
            case ELSEWHERE -> texts.text("answer.elsewhere", String.join(", ", doubt.missing()));
            case UNDECIDED -> texts.text("answer.undecided");
            case UNCHECKED -> texts.text("answer.unchecked");
        };
    }

    @Override
    public String unsupported() {
        return texts.text("answer.unsupported");
    }

    @Override
    public String stopped() {
        return texts.text("answer.stopped");
    }

    /// What became of what was cited; empty where it is still there.
    String standing(Standing.State state) {
        return switch (state) {
            case THERE -> "";
            case WORDS_GONE -> texts.text("answer.wordsGone");
            case IN_TRASH -> texts.text("answer.inTrash");
            case SOURCE_GONE -> texts.text("answer.sourceGone");
        };
    }

    /// What an answer shall be like.
    public String mode(AnswerMode mode) {
        return switch (mode) {
            case DIRECT -> texts.text("mode.direct");
            case COMPARE -> texts.text("mode.compare");
            case EXPLAIN -> texts.text("mode.explain");
            case SUMMARISE -> texts.text("mode.summarise");
            case LIST -> texts.text("mode.list");
        };
    }

    /// Who wrote it, where, and how long that took.
    public String origin(Answer.Origin writer) {
        String model =
                writer.model().equals(Answer.BUILT_IN)
                        ? texts.text("answer.builtIn")
                        : writer.model();
        String written =
                texts.text(
                        writer.local() ? "answer.local" : "answer.remote",
                        model,
                        writer.took().toMillis() / 1000.0);
        return writer.passagesUsed() == writer.passagesMeant()
                ? written
                : written
                        + texts.text(
                                "answer.partly", writer.passagesUsed(), writer.passagesMeant());
    }
}
