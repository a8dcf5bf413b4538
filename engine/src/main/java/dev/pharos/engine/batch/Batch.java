package dev.pharos.engine.batch;

import dev.pharos.engine.making.MadeNote;
import dev.pharos.engine.making.MakingStep;
import dev.pharos.engine.work.Job;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// Sources that were handed over together to become notes, as it stands at this moment. Immutable.
///
/// @param items one a source, in the order in which they were named
public record Batch(Id id, Settings settings, Instant created, List<BatchItem> items) {
    private static final int HUNDRED = 100;

    /// Names a batch.
    public record Id(UUID value) {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    /// What holds for all of it.
    ///
    /// @param making of the notes
    /// @param spoken the language in which recordings without words are, ISO 639-1, or `auto`; null
    ///   for what the settings say
    public record Settings(MadeNote.Settings making, @Nullable String spoken) {}

    /// Where a batch stands.
    public enum Status {
        /// Nothing of it has begun.
        QUEUED,
        PROCESSING,
        /// What is left waits until somebody lets it go on.
        PAUSED,
        COMPLETED,
        /// It is over, and some of it failed or was cancelled.
        PARTIAL,
        FAILED,
        CANCELLED;

        /// The lower-case name, as commands and JSON have it.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean over() {
            return switch (this) {
                case QUEUED, PROCESSING, PAUSED -> false;
                case COMPLETED, PARTIAL, FAILED, CANCELLED -> true;
            };
        }
    }

    public Batch {
        items = List.copyOf(items);
    }

    public int count(Job.State state) {
        return (int) items.stream().filter(each -> each.state() == state).count();
    }

    public Status status() {
        int over = (int) items.stream().filter(each -> each.state().over()).count();
        if (over < items.size()) {
            boolean begun = over > 0 || count(Job.State.RUNNING) > 0;
            return count(Job.State.PAUSED) == items.size() - over
                    ? Status.PAUSED
                    : begun ? Status.PROCESSING : Status.QUEUED;
        }
        if (count(Job.State.DONE) == over) {
            return Status.COMPLETED;
        }
        return count(Job.State.DONE) > 0
                ? Status.PARTIAL
                : count(Job.State.FAILED) > 0 ? Status.FAILED : Status.CANCELLED;
    }

    /// The step of the item that runs, or of the one that is next in the queue.
    public Optional<MakingStep> current() {
        return items.stream()
                .filter(each -> !each.state().over())
                .min(
                        Comparator.<BatchItem>comparingInt(
                                        each -> each.state() == Job.State.RUNNING ? 0 : 1)
                                .thenComparing(
                                        BatchItem::ahead,
                                        Comparator.nullsFirst(Comparator.naturalOrder())))
                .flatMap(BatchItem::current)
                .map(BatchItem.Step::step);
    }

    /// The steps that were done, and with which all items are through that did not fail.
    public List<MakingStep> completed() {
        return Arrays.stream(MakingStep.values()).filter(this::completed).toList();
    }

    private boolean completed(MakingStep step) {
        return items.stream().anyMatch(each -> each.at(step) == BatchItem.Step.State.DONE)
                && items.stream()
                        .filter(each -> !each.failed())
                        .allMatch(each -> each.at(step).over());
    }

    /// 0 to 100, by the steps that there are to be done: never less than the share of the items
    /// that are over.
    public double percent() {
        return items.stream().mapToDouble(BatchItem::fraction).average().orElse(1) * HUNDRED;
    }

    /// How long its own work will still take; nothing while some of it is unknown.
    public Optional<Duration> remaining() {
        var sum = Duration.ZERO;
        for (BatchItem each : items) {
            var left = each.remaining();
            if (left.isEmpty()) {
                return left;
            }
            sum = sum.plus(left.get());
        }
        return Optional.of(sum);
    }

    /// How many jobs of the library come before the next one of this batch; nothing where one runs,
    /// or none waits.
    public Optional<Integer> ahead() {
        return count(Job.State.RUNNING) > 0
                ? Optional.empty()
                : items.stream()
                        .map(BatchItem::ahead)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder());
    }

    /// The same where nobody works on it: what was running when its program was killed waits,
    /// though nobody has written it down.
    public Batch resting() {
        return new Batch(id, settings, created, items.stream().map(BatchItem::resting).toList());
    }
}
