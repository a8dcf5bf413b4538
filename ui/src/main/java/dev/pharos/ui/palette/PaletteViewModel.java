package dev.pharos.ui.palette;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.ui.Texts;
import dev.pharos.ui.command.Command;
import dev.pharos.ui.command.Commands;
import dev.pharos.ui.library.LibraryViewModel;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Job;
import dev.pharos.ui.work.Kept;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Commands and sources that fit what is typed, the best and the recent ones first. They are
/// compared on a worker; of several letters only the newest ones are shown.
public final class PaletteViewModel {
    private static final int SHOWN = 60;
    private static final int NAMES = 40;
    private static final int RECENT = 500;

    /// A command whose name begins so comes before what was chosen lately and only has it within.
    private static final int NAMED = 600;

    /// Names come before what else something is found by.
    private static final int OTHER = 200;

    /// What can be chosen.
    public sealed interface Entry {
        record Deed(Command command) implements Entry {}

        record Thing(Source source) implements Entry {}
    }

    /// An entry, and what it is found by.
    ///
    /// @param other the name of its file, or what else somebody may call it; or empty
    private record Candidate(Entry entry, String id, String folded, String other) {
        int score(String[] words) {
            int title = Fuzzy.score(words, folded);
            int name = other.isEmpty() ? Fuzzy.NONE : Fuzzy.score(words, other) - OTHER;
            return Math.max(title, name);
        }
    }

    /// The names of the sources, made comparable once.
    private record Folded(List<Source> of, List<Candidate> things) {}

    private record Scored(Candidate candidate, int score) {}

    private final Commands commands;
    private final LibraryViewModel library;
    private final Kept<PaletteSettings> kept;
    private final Background background;
    private final Texts texts;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<Entry>> entries =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();
    private boolean namesOnly;
    private List<Source> sources = List.of();
    private List<Candidate> deeds = List.of();
    private volatile Folded folded = new Folded(List.of(), List.of());
    private @Nullable Job newest;

    public PaletteViewModel(
            Commands commands,
            LibraryViewModel library,
            SettingsFile file,
            Background background,
            Texts texts) {
        this.commands = commands;
        this.library = library;
        kept =
                new Kept<>(
                        file,
                        PaletteSettings.FEATURE,
                        PaletteSettings.class,
                        PaletteSettings.DEFAULT,
                        background);
        this.background = background;
        this.texts = texts;
        text.subscribe((_, _) -> match());
    }

    public StringProperty textProperty() {
        return text;
    }

    /// The best first.
    public ReadOnlyObjectProperty<List<Entry>> entriesProperty() {
        return entries.getReadOnlyProperty();
    }

    /// Whether what is shown belongs to what was typed before.
    public ReadOnlyBooleanProperty searchingProperty() {
        return searching.getReadOnlyProperty();
    }

    /// Reads what was chosen lately.
    public void load() {
        kept.load();
    }

    /// Begins anew, with what can be done now.
    ///
    /// @param sourcesOnly without the commands
    public void begin(boolean sourcesOnly) {
        namesOnly = sourcesOnly;
        sources = List.copyOf(library.all());
        deeds =
                commands.all().stream()
                        .filter(command -> command.possible().getAsBoolean())
                        .map(command ->
                                new Candidate(
                                        new Entry.Deed(command),
                                        command.id(),
                                        Fuzzy.fold(texts.text(command.id())),
                                        Fuzzy.fold(texts.orEmpty(command.id() + ".also"))))
                        .toList();
        text.set("");
        match();
    }

    private void match() {
        if (newest != null) {
            newest.cancel();
        }
        searching.set(true);
        String line = text.get();
        var among = sources;
        var able = namesOnly ? List.<Candidate>of() : deeds;
        var recent = kept.value().recent();
        var asked = new Job[1];
        var job =
                background.<List<Entry>>job(
                        _ -> find(line, able, among, recent),
                        outcome -> {
                            if (newest == asked[0]) {
                                show(outcome);
                            }
                        });
        asked[0] = job;
        newest = job;
        job.start();
    }

    private void show(Outcome<List<Entry>> outcome) {
        if (outcome instanceof Outcome.Done(var found)) {
            entries.set(found);
        }
        searching.set(false);
    }

    /// On a worker.
    private List<Entry> find(
            String line, List<Candidate> able, List<Source> among, List<String> recent) {
        var all = new ArrayList<>(able);
        all.addAll(folded(among));
        String query = Fuzzy.fold(line).strip();
        return query.isEmpty()
                ? begin(all, able.isEmpty() ? NAMES : able.size(), recent)
                : find(query.split("\\s+"), all, recent);
    }

    private List<Candidate> folded(List<Source> among) {
        var now = folded;
        if (now.of() != among) {
            var things =
                    among.stream()
                            .map(source ->
                                    new Candidate(
                                            new Entry.Thing(source),
                                            source.id().toString(),
                                            Fuzzy.fold(source.title()),
                                            file(source)))
                            .toList();
            now = new Folded(among, things);
            folded = now;
        }
        return now.things();
    }

    private static String file(Source source) {
        var name = source.path().getFileName();
        return name == null ? "" : Fuzzy.fold(name.toString());
    }

    /// What was chosen lately, then what comes first anyway.
    private static List<Entry> begin(List<Candidate> all, int count, List<String> recent) {
        var lately =
                all.stream()
                        .filter(each -> recent.contains(each.id()))
                        .sorted(Comparator.comparingInt(each -> recent.indexOf(each.id())))
                        .toList();
        var others = all.stream().filter(each -> !recent.contains(each.id())).limit(count);
        return Stream.concat(lately.stream(), others).map(Candidate::entry).limit(SHOWN).toList();
    }

    private static List<Entry> find(String[] words, List<Candidate> all, List<String> recent) {
        var scored = new ArrayList<Scored>();
        for (var each : all) {
            int score = each.score(words);
            if (score > Fuzzy.NONE) {
                int place = recent.indexOf(each.id());
                int lately = place < 0 ? 0 : RECENT / (place + 2);
                boolean named =
                        each.entry() instanceof Entry.Deed && each.folded().startsWith(words[0]);
                scored.add(new Scored(each, score + lately + (named ? NAMED : 0)));
            }
        }
        scored.sort(Comparator.comparingInt(Scored::score).reversed());
        return scored.stream().limit(SHOWN).map(each -> each.candidate().entry()).toList();
    }

    /// Remembers what was chosen.
    public void chosen(Entry entry) {
        String id =
                switch (entry) {
                    case Entry.Deed(var command) -> command.id();
                    case Entry.Thing(var source) -> source.id().toString();
                };
        kept.change(before -> before.with(id));
    }
}
