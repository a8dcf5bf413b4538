package dev.pharos.engine.library;

import dev.pharos.engine.batch.Batch;
import dev.pharos.engine.batch.Batches;
import dev.pharos.engine.batch.ItemLog;
import dev.pharos.engine.batch.KeptItem;
import dev.pharos.engine.making.Made;
import dev.pharos.engine.making.MakingStep;
import dev.pharos.engine.making.NoteMaking;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.relationship.RelationshipMapping;
import dev.pharos.engine.storage.SqliteBatches;
import dev.pharos.engine.storage.SqliteBatches.Head;
import dev.pharos.engine.work.JobQueue;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CancellationException;

/// The notes of one item being made. Each of its steps is kept as it begins; a killed one begins
/// anew, and notes that are there are not made again. For one thread.
final class NoteJob implements Progress {

    /// What it works with.
    record Parts(
            SqliteBatches batches,
            Sources sources,
            NoteMaking making,
            RelationshipMapping mapping,
            Clock clock) {}

    private static final Logger LOG = LoggerFactory.getLogger(NoteJob.class);

    private final Parts parts;
    private final Batch.Settings settings;
    private final JobQueue.Report report;
    private final Batches.Listener heard;
    private KeptItem item;

    NoteJob(
            Parts parts,
            Batch.Settings settings,
            KeptItem item,
            JobQueue.Report report,
            Batches.Listener heard) {
        this.parts = parts;
        this.settings = settings;
        this.heard = heard;
        this.item = item;
        this.report = report;
    }

    /// @param transcribed the step that came before, where that is known
    void run(ItemLog.@Nullable Timed transcribed) throws ProblemException {
        boolean failed = item.log().problem() != null;
        var log = failed ? item.log().again().asked(now()) : item.log().again();
        keep(transcribed == null ? log : log.did(transcribed));
        try {
            if (!thereAlready()) {
                make();
            }
            relate();
            item = item.with(item.log().ended(now()));
            parts.batches().save(item, now());
        } catch (ProblemException e) {
            keep(item.log().failed(e.problem()));
            throw e;
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            var problem = Problem.of(LOG, item.title(), e);
            keep(item.log().failed(problem));
            throw new ProblemException(problem, e);
        }
    }

    private boolean thereAlready() {
        var notes = item.log().notes();
        return !notes.isEmpty()
                && notes.stream().allMatch(note -> parts.sources().find(note).isPresent());
    }

    private void make() throws ProblemException {
        int characters =
                parts.sources().document(item.source()).map(each -> each.text().length()).orElse(0);
        keep(item.log().reading(characters));
        heard.begins(item.source());
        var made =
                parts.making().make(item.source(), settings.making(), begun(), this::begin, this);
        keep(item.log().made(made.stream().map(Made::note).map(Source::id).toList()));
        heard.made(item.batch(), item.source(), made, item.log().notices());
    }

    /// When it was asked for, the last time; what was written since then is not asked for twice.
    private Instant begun() {
        var again = item.log().asked();
        return again != null
                ? again
                : parts.batches().find(item.batch()).map(Head::created).orElseGet(this::now);
    }

    private void relate() throws ProblemException {
        if (settings.making().connected()) {
            begin(MakingStep.RELATIONSHIP_MAPPING);
            keep(item.log().related(parts.mapping().find(item.log().notes(), this)));
        }
    }

    private void begin(MakingStep step) {
        report.stage(step.id());
        report.report(0, 0);
        keep(item.log().begun(step, now()));
    }

    private void keep(ItemLog log) {
        item = item.with(log);
        parts.batches().save(item, null);
    }

    private Instant now() {
        return parts.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public void report(long done, long total) {
        report.report(done, total);
    }

    @Override
    public boolean cancelled() {
        return report.cancelled();
    }

    @Override
    public void notice(Problem problem) {
        keep(item.log().noticed(problem));
        report.notice(problem);
    }
}
