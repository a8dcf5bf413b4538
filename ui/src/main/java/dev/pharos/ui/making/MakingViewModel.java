package dev.pharos.ui.making;

import dev.pharos.engine.batch.Batch;
import dev.pharos.engine.batch.Batches;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.making.Made;
import dev.pharos.engine.making.MadeNote;
import dev.pharos.engine.note.Note;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.work.Subscription;
import dev.pharos.ui.work.Background;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Has notes made: by jobs of the library, so that what is asked for goes on when the library is
/// opened again. Tells what was made while the window was open. For the JavaFX thread.
public final class MakingViewModel {

    /// What became of one.
    ///
    /// @param earlier the note before it was made again; null where it is new
    public record Result(Made made, @Nullable Earlier earlier) {}

    /// A made note as it was.
    public record Earlier(MadeNote made, Note note) {}

    /// The notes of one source.
    ///
    /// @param notices what did not go as wished on the way
    /// @param alone whether they were asked for without those of other sources
    public record News(List<Result> results, List<Problem> notices, boolean alone) {
        public News {
            results = List.copyOf(results);
            notices = List.copyOf(notices);
        }
    }

    /// Queues the making of notes.
    @FunctionalInterface
    public interface Submission {
        /// @param trouble hears why nothing was queued
        void submit(List<SourceId> sources, Batch.Settings settings, Consumer<Problem> trouble);
    }

    private final Library library;
    private final Submission batches;
    private final Background background;
    private final List<Consumer<News>> heard = new ArrayList<>();

    public MakingViewModel(Library library, Submission batches, Background background) {
        this.library = library;
        this.batches = batches;
        this.background = background;
    }

    /// Begins to listen.
    public Subscription begin() {
        return library.batches().listen(new Hearing());
    }

    /// @param made hears of every source whose notes were made, or made again
    public void onMade(Consumer<News> made) {
        heard.add(made);
    }

    /// Has notes made of sources; of a made note, it is made again.
    ///
    /// @param spoken the language of recordings without words; null for what the settings say
    /// @param trouble hears why they are not
    public void make(
            List<SourceId> sources,
            MakingSettings settings,
            @Nullable String spoken,
            Consumer<Problem> trouble) {
        batches.submit(sources, new Batch.Settings(settings.wanted(), spoken), trouble);
    }

    /// Hears of the job that makes notes, on its thread; one at a time.
    private final class Hearing implements Batches.Listener {
        private Map<SourceId, Earlier> earlier = Map.of();

        @Override
        public void begins(SourceId asked) {
            var made = library.making().made();
            var source = made.find(asked).map(MadeNote::source).orElse(asked);
            var all = new HashMap<SourceId, Earlier>();
            for (var each : made.from(source)) {
                library.notes()
                        .find(each.note())
                        .ifPresent(note -> all.put(each.note(), new Earlier(each, note)));
            }
            earlier = all;
        }

        @Override
        public void made(Batch.Id batch, SourceId source, List<Made> made, List<Problem> notices) {
            var before = earlier;
            var results =
                    made.stream()
                            .map(each -> new Result(each, before.get(each.note().id())))
                            .toList();
            boolean alone =
                    library.batches().find(batch).filter(each -> each.items().size() > 1).isEmpty();
            background.show(() -> {
                var news = new News(results, notices, alone);
                heard.forEach(each -> each.accept(news));
            });
        }
    }
}
