package dev.pharos.ui.model;

import dev.pharos.engine.model.Shelved;
import dev.pharos.engine.work.Job.State;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.job.LongWork;
import dev.pharos.ui.job.LongWork.Deed;
import dev.pharos.ui.job.LongWork.Kind;
import dev.pharos.ui.job.LongWork.Stand;
import dev.pharos.ui.job.LongWorkViewModel;
import dev.pharos.ui.job.Pace;
import dev.pharos.ui.job.WorkList;
import dev.pharos.ui.model.AddingViewModel.Transfer;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/// Models that come, from the net or from their owner, among the long work. For the JavaFX thread.
public final class ModelWork {
    private static final double MILLIS = 1000;

    private final ModelsViewModel models;
    private final Runnable show;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Texts texts;
    private final ProblemText problems;
    private final WorkList list;

    /// As the shelf had those that come when it was last looked at.
    private final Map<String, Shelved> coming = new HashMap<>();

    private final Map<String, Transfer> transfers = new HashMap<>();
    private final Map<String, Pace> paces = new HashMap<>();

    /// What measures time.
    ///
    /// @param clock tells when work ended
    /// @param nanos measures how fast it goes
    public record Times(Clock clock, LongSupplier nanos) {}

    /// @param show leads to the models
    public ModelWork(
            ModelsViewModel models,
            LongWorkViewModel all,
            Runnable show,
            Times times,
            Texts texts,
            ProblemText problems) {
        this.models = models;
        this.show = show;
        this.clock = times.clock();
        this.nanos = times.nanos();
        this.texts = texts;
        this.problems = problems;
        list = all.list(this::act);
        models.cards().subscribe(() -> models.cards().forEach(this::show));
        models.adding().transfers().subscribe(this::showTransfers);
    }

    private void show(Card card) {
        String id = card.id();
        if (card.doing() instanceof Card.Doing.Getting(long done, long total, double perSecond)) {
            coming.put(id, card.shelved());
            put(id, card.info().title(), getting(done, total, perSecond), Deed.PAUSE, Deed.CANCEL);
        } else if (card.doing() == null && coming.containsKey(id)) {
            rested(card, coming.get(id) == card.shelved());
        }
    }

    private Stand getting(long done, long total, double perSecond) {
        Duration left =
                perSecond > 0 && total > 0
                        ? Duration.ofMillis((long) ((total - done) / perSecond * MILLIS))
                        : null;
        return Stand.running(
                texts.text("work.downloading"),
                bytes(done, total),
                total > 0 ? Math.min(1, (double) done / total) : -1,
                left);
    }

    private String bytes(long done, long total) {
        return new ModelText(texts, problems).bytes(done, total);
    }

    /// A download that goes on no more: it is here, or it failed, or it was stopped.
    ///
    /// @param stale nobody has looked at the shelf since
    private void rested(Card card, boolean stale) {
        String id = card.id();
        String title = card.info().title();
        if (card.note() instanceof Card.Note.Failed(var why, Card.Attempt attempt)
                && attempt == Card.Attempt.GET) {
            coming.remove(id);
            put(id, title, failed(problems.of(why)), Deed.RETRY, Deed.REMOVE);
        } else if (stale) {
            return;
        } else if (card.shelved().present()) {
            coming.remove(id);
            put(id, title, done(), Deed.REMOVE);
        } else if (card.shelved().state() instanceof Shelved.State.Partial(long bytes)) {
            long total = card.info().bytes();
            double fraction = total > 0 ? Math.min(1, (double) bytes / total) : 0;
            put(
                    id,
                    title,
                    Stand.paused(texts.text("job.paused"), bytes(bytes, total), fraction),
                    Deed.RESUME,
                    Deed.CANCEL);
        } else {
            coming.remove(id);
            list.remove(id);
        }
    }

    private Stand failed(String why) {
        return Stand.failed(texts.text("job.failed"), why, clock.instant());
    }

    private Stand done() {
        return Stand.done(texts.text("job.done"), clock.instant());
    }

    private void showTransfers() {
        var now = new HashMap<String, Transfer>();
        models.adding().transfers().forEach(each -> now.put("adding:" + each.file(), each));
        for (var gone : List.copyOf(transfers.keySet())) {
            var before = transfers.get(gone);
            if (!now.containsKey(gone) && before != null) {
                transfers.remove(gone);
                paces.remove(gone);
                vanished(gone, before);
            }
        }
        now.forEach((id, each) -> {
            if (!each.equals(transfers.put(id, each))) {
                put(id, name(each), stand(id, each), deeds(each.problem() != null));
            }
        });
    }

    /// One that failed was dismissed; another one is here, or was stopped before it was.
    private void vanished(String id, Transfer before) {
        boolean whole = before.total() > 0 && before.done() >= before.total();
        if (before.problem() == null && whole) {
            put(id, name(before), done(), Deed.REMOVE);
        } else {
            list.remove(id);
        }
    }

    private static String name(Transfer transfer) {
        return String.valueOf(transfer.file().getFileName());
    }

    private Stand stand(String id, Transfer each) {
        if (each.problem() != null) {
            return failed(problems.of(each.problem()));
        }
        var pace = paces.computeIfAbsent(id, _ -> new Pace(nanos));
        return Stand.running(
                texts.text("work.adding"),
                bytes(each.done(), each.total()),
                each.total() > 0 ? (double) each.done() / each.total() : -1,
                pace.left(each.done(), each.total()));
    }

    private static Deed[] deeds(boolean failed) {
        return failed ? new Deed[] {Deed.RETRY, Deed.REMOVE} : new Deed[] {Deed.CANCEL};
    }

    private void put(String id, String title, Stand stand, Deed... deeds) {
        var all = EnumSet.of(Deed.OPEN, deeds);
        list.put(new LongWork(id, Kind.DOWNLOAD, title, stand, all));
    }

    private void act(LongWork work, Deed deed) {
        var transfer = transfers.get(work.id());
        if (deed == Deed.OPEN) {
            show.run();
        } else if (transfer != null) {
            act(transfer, deed);
        } else {
            act(work.id(), work.state(), deed);
        }
    }

    private void act(Transfer transfer, Deed deed) {
        if (deed == Deed.RETRY) {
            models.adding().add(List.of(transfer.file()));
        } else {
            models.adding().dismiss(transfer);
        }
    }

    private void act(String id, State state, Deed deed) {
        switch (deed) {
            case PAUSE -> models.pause(id);
            case RESUME, RETRY -> models.get(id);
            case CANCEL -> cancel(id, state);
            case REMOVE -> {
                list.remove(id);
                if (state == State.FAILED) {
                    models.dismiss(id);
                }
            }
            case CHOOSE_MODEL, OPEN, OPEN_FOLDER, EARLIER, LATER -> {}
        }
    }

    private void cancel(String id, State state) {
        if (state == State.PAUSED) {
            models.askDelete(id);
            models.agree(id);
        } else {
            models.cancel(id);
        }
    }
}
