package dev.pharos.engine.work;

final class InMemoryJobsTest extends JobsContract {
    private final Jobs jobs = new InMemoryJobs(CLOCK);

    @Override
    protected Jobs jobs() {
        return jobs;
    }
}
