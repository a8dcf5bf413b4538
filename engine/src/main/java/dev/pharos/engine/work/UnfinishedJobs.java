package dev.pharos.engine.work;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Which jobs of a queue were not over at one moment, by what they do and to what. Immutable.
public final class UnfinishedJobs {
    private record Task(String kind, String subject) {}

    private final Set<Task> tasks;

    UnfinishedJobs(List<Job> all) {
        tasks =
                all.stream()
                        .filter(job -> !job.state().over())
                        .map(job -> new Task(job.kind(), job.subject()))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether there is one of this kind for this subject.
    public boolean has(String kind, String subject) {
        return tasks.contains(new Task(kind, subject));
    }
}
