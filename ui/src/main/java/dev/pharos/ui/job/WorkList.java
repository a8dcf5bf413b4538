package dev.pharos.ui.job;

import dev.pharos.ui.job.LongWork.Deed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The long work of one part of the program, among all that is shown. For the JavaFX thread.
public final class WorkList {

    /// Does with a piece of work what its buttons say.
    @FunctionalInterface
    public interface Doer {
        void act(LongWork work, Deed deed);
    }

    private final LongWorkViewModel all;
    private final Doer doer;
    private final Map<String, LongWork> works = new LinkedHashMap<>();

    WorkList(LongWorkViewModel all, Doer doer) {
        this.all = all;
        this.doer = doer;
    }

    /// Takes over how a piece of work is now, or adds it.
    public void put(LongWork work) {
        works.put(work.id(), work);
        all.changed();
    }

    /// These, in this order, and no others.
    public void set(Collection<LongWork> now) {
        works.clear();
        now.forEach(each -> works.put(each.id(), each));
        all.changed();
    }

    /// Takes a piece of work off the list.
    public void remove(String id) {
        if (works.remove(id) != null) {
            all.changed();
        }
    }

    /// Writes into the log of a piece of work.
    public void note(String id, Instant at, String words) {
        all.note(id, at, words);
    }

    List<LongWork> works() {
        return new ArrayList<>(works.values());
    }

    boolean has(LongWork work) {
        return works.containsKey(work.id());
    }

    void act(LongWork work, Deed deed) {
        doer.act(work, deed);
    }
}
