package dev.pharos.ui.welcome;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.sample.SampleLibrary;
import dev.pharos.ui.Texts;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

import java.util.Optional;
import java.util.function.Consumer;

/// The samples: whether they are in the library, and how they come and go.
public final class SamplesViewModel {

    /// What follows.
    ///
    /// @param open shows the source to begin with
    /// @param removed tells of it, with a way back
    public record Leads(
            Consumer<SourceId> open, Consumer<Runnable> removed, Consumer<Problem> failed) {}

    private final SampleLibrary samples;
    private final Background background;
    private final Texts texts;
    private final Leads leads;
    private final ReadOnlyBooleanWrapper present = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    public SamplesViewModel(
            SampleLibrary samples, Background background, Texts texts, Leads leads) {
        this.samples = samples;
        this.background = background;
        this.texts = texts;
        this.leads = leads;
    }

    public ReadOnlyBooleanProperty presentProperty() {
        return present.getReadOnlyProperty();
    }

    /// While they come.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Looks whether they are there.
    public void load() {
        background
                .<Boolean>job(
                        _ -> samples.present(),
                        outcome -> {
                            if (outcome instanceof Outcome.Done(var there)) {
                                present.set(there);
                            }
                        })
                .start();
    }

    /// Brings them in, and opens what to begin with.
    public void add() {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        background
                .<Optional<SourceId>>job(
                        progress ->
                                Optional.ofNullable(
                                        samples.add(
                                                texts.locale(),
                                                texts.text("samples.title"),
                                                progress)),
                        this::added)
                .start();
    }

    private void added(Outcome<Optional<SourceId>> outcome) {
        busy.set(false);
        load();
        switch (outcome) {
            case Outcome.Done(var begin) -> begin.ifPresent(leads.open());
            case Outcome.Failed(var why) -> leads.failed().accept(why);
            case Outcome.Cancelled() -> {}
        }
    }

    /// Puts them into the trash.
    public void remove() {
        background
                .<SampleLibrary.Removed>job(
                        _ -> samples.remove(),
                        outcome -> {
                            load();
                            switch (outcome) {
                                case Outcome.Done(var removed) ->
                                        leads.removed().accept(() -> takeBack(removed));
                                case Outcome.Failed(var why) -> leads.failed().accept(why);
                                case Outcome.Cancelled() -> {}
                            }
                        })
                .start();
    }

    private void takeBack(SampleLibrary.Removed removed) {
        background
                .<Boolean>job(
                        _ -> {
                            samples.undo(removed);
                            return true;
                        },
                        _ -> load())
                .start();
    }
}
