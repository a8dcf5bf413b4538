package dev.pharos.ui;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.ui.command.Tips;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.file.FileChoice;
import dev.pharos.ui.library.ImportViewModel;
import dev.pharos.ui.library.LibraryViewModel;
import dev.pharos.ui.library.MeaningViewModel;
import dev.pharos.ui.settings.LanguageViewModel;
import dev.pharos.ui.settings.SettingsViewModel;
import dev.pharos.ui.shell.Location.Page;
import dev.pharos.ui.shell.ShellViewModel;
import dev.pharos.ui.work.Background;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// What the window is made of: each feature brings its view-models and its screens as one value,
/// and gets of the others what it needs. For the JavaFX thread.
final class Features {
    final Texts texts;
    final LibraryViewModel library;
    final MeaningViewModel meaning;
    final ImportViewModel imports;
    final SettingsViewModel settings;
    final LanguageViewModel language;
    final SearchScreens search;
    final ShellViewModel shell;
    final CommandScreens commands;
    final TalkScreens talk;
    final NoteScreens notes;
    final ReaderScreens readers;
    final WelcomeScreens welcome;
    final ListScreens lists;
    final WorkScreens work;
    final BesideScreens beside;
    final DataScreens data;
    final MakingScreens making;

    /// Null where nothing is heard.
    final @Nullable SoundScreens sound;

    /// Null where there are none to choose from.
    final @Nullable ModelScreens models;

    private FileChoice files = FileChoice.NONE;

    /// @param rendering works for pages in view alone
    Features(
            Desktop desktop,
            Background background,
            Background rendering,
            Texts texts,
            Screens.Host host) {
        this.texts = texts;
        var kept = desktop.library();
        library = ListScreens.all(kept, background, texts.locale());
        meaning = MeaningViewModel.of(kept, background);
        imports = new ImportViewModel(kept.importer()::importAll, background);
        settings = new SettingsViewModel(desktop.settings(), background);
        search = new SearchScreens(kept, background, texts);
        shell = new ShellViewModel(search.search(), this::ask, this::exclusive);
        commands = new CommandScreens(desktop, background, texts);
        language =
                new LanguageViewModel(
                        desktop.settings(),
                        background,
                        texts.locale(),
                        spoken -> speak(host, spoken));
        talk = new TalkScreens(desktop, library, shell, commands, background, texts);
        var toasts = commands.toasts();
        var tips = new Tips(commands.commands(), texts);
        var writing = new NoteScreens.Around(kept, library, shell, toasts, background, tips);
        notes = new NoteScreens(writing, texts);
        var reading =
                new ReaderScreens.Around(
                        desktop, shell, toasts, background, rendering, notes.begun()::about);
        readers = new ReaderScreens(reading, commands.commands(), texts);
        welcome = new WelcomeScreens(desktop, library, shell, commands, background, texts);
        work = new WorkScreens(shell, toasts, texts);
        work.add(imports, meaning);
        var keeping = new DataScreens.Around(shell, toasts, work.works(), commands.commands());
        data = new DataScreens(desktop, keeping, background, texts, this::files);
        notes.onExport(data::export);
        var listing = new ListScreens.Around(shell, welcome, commands, data::export, work.works());
        lists = new ListScreens(desktop, library, listing, background, texts);
        beside = new BesideScreens(desktop, background, host, texts);
        sound = sound(desktop, background);
        models = models(desktop, background, host);
        making =
                new MakingScreens(
                        new MakingScreens.Around(
                                desktop,
                                shell,
                                toasts,
                                tips,
                                sound,
                                models == null
                                        ? () -> shell.show(Page.SETTINGS)
                                        : models::toResearch,
                                background),
                        texts);
        lists.onMake(making::ask);
        talk.onNext(lists.collections()::put, source -> making.ask(List.of(source)));
    }

    /// Tells where the window stays as it is for now.
    private void speak(Screens.Host host, Locale spoken) {
        host.speak(spoken);
        if (commands.toasts().getScene() != null) {
            commands.toasts().show(texts.text("settings.languageLater"), null, null);
        }
    }

    private @Nullable SoundScreens sound(Desktop desktop, Background background) {
        var heard = desktop.sound();
        if (heard == null) {
            return null;
        }
        var all = new SoundScreens(desktop, heard.player(), heard.models(), background, texts);
        work.add(all.jobs(), this::open, () -> shell.show(Page.SETTINGS));
        return all;
    }

    private @Nullable ModelScreens models(
            Desktop desktop, Background background, Screens.Host host) {
        var ports = desktop.ports();
        if (ports == null) {
            return null;
        }
        var speech = sound == null ? null : sound.speech();
        var around =
                new ModelScreens.Around(shell, speech, background, host::speak, welcome.samples());
        var all = new ModelScreens(ports, desktop, around, texts);
        all.show(work.works());
        all.add(commands.commands());
        return all;
    }

    /// A recording is corrected, and a note written, in one half at a time.
    private boolean exclusive(SourceId id) {
        var source = library.find(id);
        return source != null
                && (source.kind() == SourceKind.NOTE
                        || sound != null && source.kind() == SourceKind.RECORDING);
    }

    private void ask(String question) {
        talk.ask(question);
    }

    /// Begins a note about what is chosen in what is heard, if something is.
    Optional<Runnable> writing() {
        return sound == null ? Optional.empty() : readers.open().flatMap(sound::writing);
    }

    /// From its beginning.
    void open(SourceId source) {
        shell.open(new Target(source, null, List.of()));
    }

    /// The dialogs of the system, once there is a window.
    FileChoice files() {
        return files;
    }

    void setFiles(FileChoice chooser) {
        files = chooser;
    }

    SoundScreens heard() {
        return Objects.requireNonNull(sound, "a window for documents only");
    }

    ModelScreens chosen() {
        return Objects.requireNonNull(models, "a window without models");
    }
}
