package dev.pharos.engine.document;

import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.ChildJvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;

/// Reads files in a child process, as many at once as there are processors, so that a hostile file
/// can neither hang nor crash nor exhaust the program. When the child dies, each file that was in
/// it is read again in a fresh child of its own, and only the guilty one fails. Small plain text is
/// read here at once. Any thread.
public final class IsolatedExtractor implements Extractor {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration LIMIT_PER_MEGABYTE = Duration.ofSeconds(2);
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Duration limit;
    private final SharedChild child;
    private final Semaphore slots = new Semaphore(Runtime.getRuntime().availableProcessors());

    public IsolatedExtractor() {
        this(ReaderProcess.recipe(ExtractionChild.class), LIMIT);
    }

    IsolatedExtractor(ChildJvm.Recipe recipe, Duration limit) {
        this.limit = limit;
        child = new SharedChild(recipe, IDLE);
    }

    @Override
    public Document extract(Path file, Path name) throws ProblemException {
        var plain = FormatDetector.plain(file, name);
        if (plain.isPresent()) {
            return DirectExtractor.extract(plain.get(), file, name);
        }
        var request = ExtractionWire.request(file, name);
        slots.acquireUninterruptibly();
        try {
            return document(child.ask(request, allowed(file), name), name);
        } finally {
            slots.release();
        }
    }

    private static Document document(byte[] bytes, Path name) throws ProblemException {
        var answer = ExtractionWire.answer(bytes);
        if (answer.document() != null) {
            return answer.document();
        }
        throw new ProblemException(ExtractionWire.problem(answer, name));
    }

    /// The process id of the running child, if there is one.
    OptionalLong childPid() {
        var running = child.running();
        return running == null ? OptionalLong.empty() : OptionalLong.of(running.pid());
    }

    private Duration allowed(Path file) {
        try {
            return limit.plus(LIMIT_PER_MEGABYTE.multipliedBy(Files.size(file) >> 20));
        } catch (IOException _) {
            return limit;
        }
    }

    @Override
    public void close() {
        child.close();
    }
}
