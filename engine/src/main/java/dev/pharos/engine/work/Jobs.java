package dev.pharos.engine.work;

import java.util.List;
import java.util.Optional;

/// The jobs of a library, in the order in which they shall run; those that are over stay until they
/// are removed. Safe for use by several threads.
public interface Jobs {

    /// Adds a waiting job at the end.
    Job add(String kind, String subject, String title, String options);

    Optional<Job> find(long id);

    /// In their order.
    List<Job> all();

    /// Takes the place of the job of the same id; its place in the order stays.
    void save(Job job);

    /// Puts a job before another one, or last where `before` is null.
    void move(long id, @org.jspecify.annotations.Nullable Long before);

    /// Puts all jobs into this order; those that are not named follow, in theirs.
    void order(List<Long> ids);

    void remove(long id);
}
