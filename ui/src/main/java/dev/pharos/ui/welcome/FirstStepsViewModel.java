package dev.pharos.ui.welcome;

import dev.pharos.engine.model.ModelKind;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.ui.model.Card;
import dev.pharos.ui.model.ModelsViewModel;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;
import dev.pharos.ui.work.Work;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Three questions to somebody new: in which language, what for, with which models. Each can be
/// skipped, and all come again when they are asked for.
public final class FirstStepsViewModel {
    public static final List<String> LANGUAGES = List.of("en", "de", "ru");
    private static final int OFFERED = 3;

    /// The questions, in their order.
    public enum Step {
        LANGUAGE,
        PURPOSE,
        MODELS
    }

    /// What somebody wants to do.
    public enum Purpose {
        RECORD,
        LIBRARY,
        LEARN,
        /// Looks at samples first.
        TRY
    }

    /// What the steps lead to.
    ///
    /// @param leave to the window
    /// @param speak another language, at once
    /// @param samples brings them in, or null where there are none
    public record Leads(Runnable leave, Consumer<Locale> speak, @Nullable Runnable samples) {}

    private final SettingsFile file;
    private final ModelsViewModel models;
    private final Work<Long> free;
    private final Background background;
    private final Locale spoken;
    private final Leads leads;
    private final StringProperty language = new SimpleStringProperty();
    private final ObservableSet<Purpose> purposes =
            FXCollections.observableSet(EnumSet.noneOf(Purpose.class));
    private final ObservableSet<String> chosen = FXCollections.observableSet();
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.LANGUAGE);
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyLongWrapper freeBytes = new ReadOnlyLongWrapper();

    /// @param free bytes on the disk that models go to, 0 where unknown
    /// @param spoken the language of the window
    public FirstStepsViewModel(
            SettingsFile file,
            ModelsViewModel models,
            Work<Long> free,
            Background background,
            Locale spoken,
            Leads leads) {
        this.file = file;
        this.models = models;
        this.free = free;
        this.background = background;
        this.spoken = spoken;
        this.leads = leads;
        language.set(spoken.getLanguage());
    }

    public ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /// One of [#LANGUAGES].
    public StringProperty languageProperty() {
        return language;
    }

    public ObservableSet<Purpose> purposes() {
        return purposes;
    }

    /// The ids of the models to be fetched.
    public ObservableSet<String> chosen() {
        return chosen;
    }

    /// Why a choice could not be kept, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// On the disk that models go to; 0 while unknown.
    public ReadOnlyLongProperty freeBytesProperty() {
        return freeBytes.getReadOnlyProperty();
    }

    /// Calls `due` if the steps were never taken nor skipped, at the one where they were left.
    public void ifDue(Runnable due) {
        background
                .<StartSettings>job(
                        _ -> read(),
                        outcome -> {
                            if (outcome instanceof Outcome.Done(var start) && !start.done()) {
                                begin(start.language() == null ? Step.LANGUAGE : Step.PURPOSE);
                                due.run();
                            }
                        })
                .start();
    }

    private StartSettings read() throws ProblemException {
        return file.read(StartSettings.FEATURE, StartSettings.class, StartSettings.DEFAULT);
    }

    /// From the first question on.
    public void begin() {
        begin(Step.LANGUAGE);
    }

    private void begin(Step first) {
        step.set(first);
        models.load();
        background
                .<Long>job(
                        free,
                        outcome -> {
                            if (outcome instanceof Outcome.Done(var bytes)) {
                                freeBytes.set(bytes);
                            }
                        })
                .start();
    }

    /// To the next question; after the last one fetches what was chosen and leaves.
    public void next() {
        switch (step.get()) {
            case LANGUAGE -> speak();
            case PURPOSE -> {
                if (onlyTries()) {
                    begun();
                } else {
                    propose();
                    step.set(Step.MODELS);
                }
            }
            case MODELS -> {
                chosen.forEach(models::getAndUse);
                begun();
            }
        }
    }

    private void begun() {
        finish();
        if (purposes.contains(Purpose.TRY) && leads.samples() != null) {
            leads.samples().run();
        }
    }

    /// Whoever only wants to look around needs no models.
    public boolean onlyTries() {
        return purposes.equals(Set.of(Purpose.TRY));
    }

    /// Whether there are samples to try.
    public boolean hasSamples() {
        return leads.samples() != null;
    }

    public void back() {
        step.set(step.get() == Step.MODELS ? Step.PURPOSE : Step.LANGUAGE);
    }

    /// Leaves; the steps do not come again by themselves.
    public void skip() {
        finish();
    }

    private void finish() {
        leads.leave().run();
        background
                .<Boolean>job(
                        _ -> {
                            file.write(
                                    StartSettings.FEATURE,
                                    new StartSettings(read().language(), true));
                            return true;
                        },
                        this::kept)
                .start();
    }

    private void kept(Outcome<Boolean> outcome) {
        problem.set(outcome instanceof Outcome.Failed(var why) ? why : null);
    }

    /// A window in which models are on their way keeps its language until it is opened again.
    private void speak() {
        String wanted = language.get();
        boolean other = !wanted.equals(spoken.getLanguage());
        boolean now = other && models.comingProperty().get() == null;
        background
                .<Boolean>job(
                        _ -> {
                            var start = read();
                            if (other || start.language() != null) {
                                file.write(
                                        StartSettings.FEATURE,
                                        new StartSettings(wanted, start.done()));
                            }
                            return true;
                        },
                        outcome -> {
                            kept(outcome);
                            step.set(Step.PURPOSE);
                            if (now && outcome instanceof Outcome.Done<Boolean>) {
                                leads.speak().accept(Locale.of(wanted));
                            }
                        })
                .start();
    }

    /// The models that suit the purposes and the language, for each kind the recommended ones
    /// first.
    public List<Card> offers() {
        return kinds().stream().flatMap(this::offers).toList();
    }

    private Set<ModelKind> kinds() {
        var kinds = EnumSet.noneOf(ModelKind.class);
        if (purposes.isEmpty()
                || purposes.contains(Purpose.RECORD)
                || purposes.contains(Purpose.LEARN)) {
            kinds.add(ModelKind.SPEECH);
        }
        if (purposes.isEmpty()
                || purposes.contains(Purpose.LIBRARY)
                || purposes.contains(Purpose.LEARN)) {
            kinds.add(ModelKind.EMBEDDING);
        }
        return kinds;
    }

    private Stream<Card> offers(ModelKind kind) {
        return models.cards().stream()
                .filter(card -> card.info().kind() == kind)
                .filter(card -> card.shelved().present() ? card.usable() : card.downloadable())
                .filter(this::suits)
                .sorted(Comparator.comparing(card -> !card.info().recommended()))
                .limit(OFFERED);
    }

    private boolean suits(Card card) {
        var languages = card.info().languages();
        return languages.isEmpty() || languages.contains(language.get());
    }

    private void propose() {
        chosen.clear();
        kinds().forEach(kind -> proposal(kind).ifPresent(card -> chosen.add(card.id())));
    }

    /// Nothing where a chosen model already suits.
    private Optional<Card> proposal(ModelKind kind) {
        var offers = offers(kind).toList();
        return offers.stream().anyMatch(Card::chosen)
                ? Optional.empty()
                : offers.stream()
                        .filter(card -> card.info().recommended())
                        .filter(FirstStepsViewModel::fetchable)
                        .findFirst();
    }

    /// It is not here, and this machine is up to it.
    public static boolean fetchable(Card card) {
        return !card.shelved().present() && card.shelved().fit().misfit() == null;
    }

    /// What is to be fetched altogether.
    public long bytes() {
        return models.cards().stream()
                .filter(card -> chosen.contains(card.id()))
                .mapToLong(card -> card.info().bytes())
                .sum();
    }

    /// The disk has room for all that is chosen, as far as is known.
    public boolean fits() {
        return freeBytes.get() == 0 || bytes() < freeBytes.get();
    }
}
