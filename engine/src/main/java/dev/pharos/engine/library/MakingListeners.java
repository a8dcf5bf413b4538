package dev.pharos.engine.library;

import dev.pharos.engine.batch.Batch;
import dev.pharos.engine.batch.Batches;
import dev.pharos.engine.making.Made;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.work.Subscription;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// All that hear what is made; where one of them fails, nothing else does. Any thread.
final class MakingListeners implements Batches.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(MakingListeners.class);

    private final List<Batches.Listener> all = new CopyOnWriteArrayList<>();

    Subscription add(Batches.Listener listener) {
        all.add(listener);
        return () -> all.remove(listener);
    }

    @Override
    public void begins(SourceId source) {
        tell(each -> each.begins(source));
    }

    @Override
    public void made(Batch.Id batch, SourceId source, List<Made> made, List<Problem> notices) {
        tell(each -> each.made(batch, source, made, notices));
    }

    private void tell(Consumer<Batches.Listener> news) {
        for (var each : all) {
            try {
                news.accept(each);
            } catch (RuntimeException e) {
                LOG.error("a listener failed", e);
            }
        }
    }
}
