package dev.pharos.engine.library;

import dev.pharos.engine.document.PlainText;
import dev.pharos.engine.library.Library.Access;
import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.engine.problem.ProblemException;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// A process that changes the library which is its argument from `old` to `fresh`, until it is
/// killed. It prints again and again how many passages are embedded, then `done`.
final class ChangingChild {
    private static final long A_TEXT_NANOS = 4_000_000;
    private static final long LOOK_NANOS = 1_000_000;

    private ChangingChild() {}

    static Abilities abilities(Embedder fresh) {
        return new Abilities(
                new PlainText(),
                FixedEmbedders.of(new HashingEmbedder("old"), fresh),
                Abilities.Chat.NONE);
    }

    static HashingEmbedder fresh() {
        return new HashingEmbedder("fresh", 96, 256);
    }

    /// Takes its time, as a real model does.
    private record Slow(Embedder sound) implements Embedder {
        @Override
        public EmbeddingModel model() {
            return sound.model();
        }

        @Override
        public List<float[]> embed(List<String> texts) throws ProblemException {
            LockSupport.parkNanos(texts.size() * A_TEXT_NANOS);
            return sound.embed(texts);
        }

        @Override
        public int[] countTokens(List<String> texts) throws ProblemException {
            return sound.countTokens(texts);
        }

        @Override
        public void close() {}
    }

    public static void main(String[] arguments) throws Exception {
        var abilities = abilities(new Slow(fresh()));
        try (var library = Library.open(Path.of(arguments[0]), Access.WRITE, abilities)) {
            library.embedding().change("fresh");
            while (library.embedding().state().next() != null) {
                System.out.println(library.embedding().state().embedded());
                LockSupport.parkNanos(LOOK_NANOS);
            }
            System.out.println("done");
            System.in.read();
        }
    }
}
