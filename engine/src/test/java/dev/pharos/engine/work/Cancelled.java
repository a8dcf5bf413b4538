package dev.pharos.engine.work;

/// The progress of a caller who has cancelled already.
public final class Cancelled implements Progress {
    @Override
    public void report(long done, long total) {}

    @Override
    public boolean cancelled() {
        return true;
    }
}
