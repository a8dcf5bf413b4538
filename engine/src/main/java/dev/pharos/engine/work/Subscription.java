package dev.pharos.engine.work;

/// Keeps a listener registered until it is closed. Closing twice is harmless.
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
