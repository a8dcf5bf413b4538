package dev.pharos.models.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;

import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// The tokenizer of the model that comes with the program.
class WordPiecesTest {

    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path cache;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \t\n\u2028",
                "Harbours, re-lit in 1883 (cf. [3]); don't ask — it's £4.50!  ",
                "  Маяк на мысе, построенный в 1883 году,\nгорит и сейчас.",
                "灯台は1883年に建てられた。 café\u00a0naïve \u200bzero\u00adsoft\u3000wide",
                "snake_case/path.to#anchor?x=1&y=2 😀👩‍🚀 <tag attr='v'> [MASK] [SEP]",
                "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung twice"
            })
    void wordsTogetherCountAsTheTextDoes(String text) throws IOException {
        OnnxNatives.settle(cache);
        var source = PackagedModel.MINILM;
        try (var json = source.tokenizer();
                var ours = WordPieces.load(json, source.model().maxTokens());
                var again = source.tokenizer();
                var whole =
                        HuggingFaceTokenizer.newInstance(
                                again, Map.of("truncation", "do_not_truncate"))) {
            assertEquals(whole.encode(text, false, false).getIds().length, ours.count(text));
            assertEquals(ours.count(text), ours.count(text), "counted before");
        }
    }
}
