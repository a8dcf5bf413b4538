package dev.pharos.models.embedding;

import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.model.Device;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/// Works with the first of several embedders of one model, and goes on with the next when that one
/// fails: what failed is done again there, and stays there. [#notice] tells it.
final class FallbackEmbedder implements Embedder {

    private static final Logger LOG = LoggerFactory.getLogger(FallbackEmbedder.class);

    private final EmbeddingModel model;
    private final Deque<Embedder> left;
    private boolean closed;
    private Problem.@Nullable DeviceFailed notice;

    /// @param choices of one model, the wanted one first and the safest last; closed with this
    FallbackEmbedder(List<Embedder> choices) {
        left = new ArrayDeque<>(choices);
        model = choices.getFirst().model();
    }

    /// What can be done on any of the choices.
    private interface Call<T> {
        T on(Embedder embedder) throws ProblemException;
    }

    @Override
    public EmbeddingModel model() {
        return model;
    }

    @Override
    public List<float[]> embed(List<String> texts) throws ProblemException {
        return done(embedder -> embedder.embed(texts));
    }

    @Override
    public float[] embedQuery(String query) throws ProblemException {
        return done(embedder -> embedder.embedQuery(query));
    }

    @Override
    public int[] countTokens(List<String> texts) throws ProblemException {
        return done(embedder -> embedder.countTokens(texts));
    }

    @Override
    public void hangUp() {
        current().hangUp();
    }

    @Override
    public synchronized Device device() {
        return current().device();
    }

    @Override
    public synchronized Problem.@Nullable DeviceFailed notice() {
        return notice;
    }

    private <T> T done(Call<T> call) throws ProblemException {
        while (true) {
            Embedder embedder = usable();
            try {
                return call.on(embedder);
            } catch (ProblemException e) {
                if (!replaced(embedder, e)) {
                    throw e;
                }
            } catch (IllegalStateException e) {
                if (usable() == embedder) {
                    throw e; // else another call has found out that it fails, and closed it
                }
            }
        }
    }

    private synchronized Embedder usable() {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        return current();
    }

    private synchronized Embedder current() {
        return Objects.requireNonNull(left.peekFirst());
    }

    /// @return false if there is nothing else to go on with
    private boolean replaced(Embedder failed, ProblemException reason) {
        synchronized (this) {
            if (current() != failed) {
                return true;
            }
            if (left.size() == 1) {
                return false;
            }
            left.removeFirst();
            notice = new Problem.DeviceFailed(failed.device().name(), detail(reason.problem()));
        }
        LOG.warn("{} failed on {}: {}", model.id(), failed.device().name(), reason.problem());
        LOG.debug("for this reason", reason);
        failed.close();
        return true;
    }

    private static Detail detail(Problem problem) {
        return problem instanceof Problem.ModelUnavailable(_, var detail)
                ? detail
                : Detail.said(problem.toString());
    }

    @Override
    public void close() {
        List<Embedder> all;
        synchronized (this) {
            closed = true;
            all = List.copyOf(left);
        }
        all.forEach(Embedder::close);
    }
}
