package dev.pharos.engine.library;

import dev.pharos.engine.answer.LanguageModel;
import dev.pharos.engine.batch.Batch;
import dev.pharos.engine.batch.Batches;
import dev.pharos.engine.document.PlainText;
import dev.pharos.engine.library.Library.Access;
import dev.pharos.engine.making.Made;
import dev.pharos.engine.making.MadeNote.Settings;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.work.Job;
import dev.pharos.engine.work.Progress;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// A process that works on the batches of the library which is its first argument, or has a
/// language model that never ends make a note of the source that is its second, until it is killed.
/// It prints a line for each thing that begins or is made.
final class MakingChild {
    static final Settings WRITTEN = new Settings("book", null, true, false, null, false, 1, true);

    private MakingChild() {}

    static Abilities abilities(Abilities.Chat chat) {
        return new Abilities(new PlainText(), FixedEmbedders.of(new HashingEmbedder()), chat);
    }

    private static final class Endless implements LanguageModel {
        @Override
        public String name() {
            return "endless";
        }

        @Override
        public boolean local() {
            return true;
        }

        @Override
        public int contextTokens() {
            return 0;
        }

        @Override
        public String reply(List<Message> messages, Consumer<String> onText, Progress progress) {
            System.out.println("asked");
            while (!progress.cancelled()) {
                LockSupport.parkNanos(1_000_000);
            }
            return "";
        }

        @Override
        public void close() {}
    }

    private static final class Telling implements Batches.Listener {
        @Override
        public void begins(SourceId source) {
            System.out.println("begins");
        }

        @Override
        public void made(Batch.Id batch, SourceId of, List<Made> made, List<Problem> notices) {
            System.out.println("made");
        }
    }

    public static void main(String[] arguments) throws Exception {
        boolean batches = arguments.length == 1;
        var abilities = abilities(() -> batches ? Optional.empty() : Optional.of(new Endless()));
        try (var library = Library.open(Path.of(arguments[0]), Access.WRITE, abilities)) {
            if (batches) {
                library.batches().listen(new Telling());
                library.jobs().start();
                var all = library.jobs().all().stream().map(Job::id).toList();
                library.jobs().await(all, Progress.NONE);
            } else {
                var source = SourceId.of(arguments[1]);
                library.making().make(source, WRITTEN, _ -> {}, Progress.NONE);
            }
            System.out.println("done");
            System.in.read();
        }
    }
}
