package dev.pharos.engine.answer;

/// Which embedding models suit the figures by which answers are judged. These were found with
/// all-MiniLM-L6-v2 (docs/decisions/0007-built-in-answers.md): texts that have nothing to do with
/// each other have a cosine near 0. With a model whose cosines are all high, such as those of the
/// e5 family, an answer is refused too seldom.
public final class AnswerScale {
    private static final String FAMILY = "MiniLM";

    private AnswerScale() {}

    /// Whether the model's cosines lie on the scale of those figures, as far as that is known: its
    /// family was trained with the same aim.
    ///
    /// @param model an embedding model's id or name
    public static boolean suits(String model) {
        return model.contains(FAMILY);
    }
}
