package dev.pharos.engine.document;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.ChildDied;
import dev.pharos.engine.work.ChildJvm;
import dev.pharos.engine.work.ChildOnDemand;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// A child process that works for several files at once. When it dies, what was asked of it is
/// asked again in a fresh child, one file after the other, so that only the guilty file fails. Any
/// thread.
final class SharedChild implements AutoCloseable {

    private final ChildJvm.Recipe recipe;
    private final ChildOnDemand shared;
    private final ReadWriteLock company = new ReentrantReadWriteLock(true);

    /// @param idle how long the child is kept without work
    SharedChild(ChildJvm.Recipe recipe, Duration idle) {
        this.recipe = recipe;
        shared = new ChildOnDemand(recipe, idle);
    }

    /// Blocks until the answer is there.
    ///
    /// @param file what the request is about, as problems name it
    /// @throws IllegalStateException if the child cannot even start
    byte[] ask(byte[] request, Duration limit, Path file) throws ProblemException {
        try {
            return inCompany(request, limit);
        } catch (ChildDied e) {
            return alone(request, limit, file);
        } catch (TimeoutException e) {
            throw new ProblemException(new Problem.TookTooLong(file, limit), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] inCompany(byte[] request, Duration limit) throws IOException, TimeoutException {
        company.readLock().lock();
        try {
            return shared.call(request, limit);
        } finally {
            company.readLock().unlock();
        }
    }

    private byte[] alone(byte[] request, Duration limit, Path file) throws ProblemException {
        company.writeLock().lock();
        try (var child = ChildJvm.start(recipe)) {
            return child.call(request, limit);
        } catch (ChildDied e) {
            if (e.neverServed()) {
                throw new IllegalStateException(recipe.main().getSimpleName() + " does not run", e);
            }
            throw new ProblemException(
                    e.outOfMemory()
                            ? new Problem.ExpandsTooFar(file)
                            : new Problem.DamagedFile(file),
                    e);
        } catch (TimeoutException e) {
            throw new ProblemException(new Problem.TookTooLong(file, limit), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            company.writeLock().unlock();
        }
    }

    /// The running child, if there is one.
    @Nullable ChildJvm running() {
        return shared.running();
    }

    @Override
    public void close() {
        shared.close();
    }
}
