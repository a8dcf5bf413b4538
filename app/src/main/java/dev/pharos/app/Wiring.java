package dev.pharos.app;

import dev.pharos.engine.answer.ChatEndpoints;
import dev.pharos.engine.answer.LanguageModel;
import dev.pharos.engine.document.Extractor;
import dev.pharos.engine.document.IsolatedExtractor;
import dev.pharos.engine.document.PdfPages;
import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.meaning.Embedders;
import dev.pharos.engine.model.HardwareProbe;
import dev.pharos.engine.model.ModelShelf;
import dev.pharos.engine.model.ModelTrial;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.AudioDecoder;
import dev.pharos.engine.recording.Microphone;
import dev.pharos.engine.recording.Recorder;
import dev.pharos.engine.research.Research;
import dev.pharos.engine.research.Researcher;
import dev.pharos.engine.research.SearchServiceStore;
import dev.pharos.engine.research.Web;
import dev.pharos.engine.sample.Samples;
import dev.pharos.engine.settings.ChatProfileStore;
import dev.pharos.engine.settings.Secrets;
import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.engine.transcription.SpeechModels;
import dev.pharos.engine.transcription.Transcriber;
import dev.pharos.engine.transcription.TranscriptionOptions;
import dev.pharos.engine.work.Progress;
import dev.pharos.models.audio.FfmpegPlayer;
import dev.pharos.models.audio.JavaSoundMicrophone;
import dev.pharos.models.audio.SileroVoiceActivity;
import dev.pharos.models.chat.OpenAiChatEndpoints;
import dev.pharos.models.embedding.OnnxEmbedder;
import dev.pharos.models.research.HttpWeb;
import dev.pharos.models.secret.LocalSecrets;
import dev.pharos.ui.Desktop;
import dev.pharos.ui.Door;
import dev.pharos.ui.ModelPorts;
import dev.pharos.ui.PharosApplication;
import dev.pharos.ui.beside.AwtTray;
import dev.pharos.ui.beside.Surroundings;
import dev.pharos.ui.beside.XcbGlobalKeys;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The only place where the engine's ports meet their adapters, those that run models in
/// [ModelWiring]. Everything is made when it is first needed, so that a command which only lists
/// sources loads no model, and closed in reverse order. For one thread.
public final class Wiring implements AutoCloseable {
    private static final String LOCK = "library.lock";
    private static final String RECORDINGS = "recordings";

    private final Folders folders;
    private final SettingsFile settings;
    private final Deque<Runnable> closing = new ArrayDeque<>();
    private final Microphone microphone = new JavaSoundMicrophone();
    private final UsedModels used = new UsedModels(this::transcriptionOptions);
    private final ModelWiring models;
    private final Door door = new Door();
    private @Nullable Secrets secrets;
    private @Nullable Extractor extractor;

    /// Wires nothing yet; natives will be unpacked in the platform's cache place.
    public Wiring(Folders folders) {
        this.folders = folders;
        this.settings = new SettingsFile(folders.settings());
        this.models = new ModelWiring(folders, settings, used);
        closing.push(models::close);
    }

    public Folders folders() {
        return folders;
    }

    /// The chat endpoints that the user has set up.
    public ChatProfileStore chatProfiles() {
        return new ChatProfileStore(settings, secrets());
    }

    public Secrets secrets() {
        if (secrets == null) {
            secrets =
                    LocalSecrets.ofThisMachine(
                            folders.data().resolve("secrets.json"), System.getenv());
        }
        return secrets;
    }

    public ChatEndpoints chatEndpoints() {
        return new OpenAiChatEndpoints(profile -> secrets().find(profile.secret()));
    }

    /// Endpoints that are all given the same key.
    ///
    /// @param key empty for none
    public ChatEndpoints chatEndpoints(String key) {
        return new OpenAiChatEndpoints(_ -> Optional.of(key));
    }

    public SearchServiceStore searchService() {
        return new SearchServiceStore(settings, secrets());
    }

    public Web web() {
        return new HttpWeb(service -> secrets().find(service.secret()));
    }

    public Researcher researcher() {
        return new Researcher(web(), extractor());
    }

    /// The bundled one.
    public Embedder embedder() {
        return models.embedder();
    }

    /// The model of the active profile as it is set at that moment, if one is.
    public Optional<LanguageModel> chatModel() throws ProblemException {
        var active = chatProfiles().current().activeProfile();
        return active.isEmpty()
                ? Optional.empty()
                : Optional.of(chatEndpoints().open(active.get()));
    }

    public TranscriptionOptions transcriptionOptions() throws ProblemException {
        var options =
                settings.read(
                        TranscriptionOptions.FEATURE,
                        TranscriptionOptions.class,
                        TranscriptionOptions.DEFAULT);
        if (options.threads() < 0) {
            var detail = "\"" + TranscriptionOptions.FEATURE + ".threads\": " + options.threads();
            throw new ProblemException(new Problem.SettingsUnreadable(settings.file(), detail));
        }
        return options;
    }

    /// A library that answers without a language model. The caller closes it before the wiring.
    public Library open(Path folder, Library.Access access) throws ProblemException {
        return open(folder, access, Abilities.Chat.NONE, this::transcriptionOptions, Progress.NONE);
    }

    /// A library whose answers are written by the model that `chat` gives at that moment, if it
    /// gives one, and whose new sound is transcribed as `speech` says at that moment.
    ///
    /// @param progress of completing its index, which may be cancelled
    public Library open(
            Path folder,
            Library.Access access,
            Abilities.Chat chat,
            Abilities.OptionsChoice speech,
            Progress progress)
            throws ProblemException {
        return Library.open(folder, access, abilities(chat, speech), progress);
    }

    /// The library of the window, whose index is completed while it is shown.
    public Library openAtOnce(Path folder) throws ProblemException {
        return Library.openAtOnce(folder, abilities(this::chatModel, this::transcriptionOptions));
    }

    private Abilities abilities(Abilities.Chat chat, Abilities.OptionsChoice speech) {
        return new Abilities(
                extractor(),
                embedders(),
                chat,
                new Abilities.Speech(models.speech(), microphone(), speech, List.of(recordings())),
                () ->
                        searchService()
                                .current()
                                .map(service -> new Research.Lookup(researcher(), service)));
    }

    /// Whether another process holds the lock that every writer of a library takes. Makes nothing.
    public boolean beingWritten(Path folder) {
        try (var channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.READ);
                var free = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return free == null;
        } catch (IOException _) {
            return false;
        }
    }

    /// Shows the window on a library that was opened for writing, works on its jobs meanwhile, and
    /// blocks until the window is closed.
    public void openWindow(Library library) throws InterruptedException {
        window(library, PharosApplication::open);
    }

    /// Opens the window, goes everywhere in it and closes it.
    public void rehearseWindow(Library library) throws InterruptedException {
        window(library, PharosApplication::rehearse);
    }

    /// How a window is shown.
    private interface Show {
        void show(Desktop desktop, Door door) throws InterruptedException;
    }

    private void window(Library library, Show show) throws InterruptedException {
        try (var pages = new PdfPages(folders.cache());
                var player = new FfmpegPlayer(models.audio());
                var heard = SingleInstance.listen(socket(library.folder()), door)) {
            spareModelsOf(library);
            show.show(
                    new Desktop(
                            library,
                            settings,
                            pages,
                            new Desktop.Sound(player, speechModels()),
                            ports(library),
                            samples(),
                            surroundings(library.folder())),
                    door);
        }
    }

    /// Wishes something of the window that this process opens, before or while it is there.
    public void wish(Door.Wish wish) {
        door.wish(wish);
    }

    /// Wishes something of the window that another process shows on this library.
    ///
    /// @return whether there is one
    public boolean wishElsewhere(Path library, Door.Wish wish) {
        return SingleInstance.tell(socket(library), wish);
    }

    /// Whether another process has a window on this library, be it one that is just closing.
    public boolean windowElsewhere(Path library) {
        return SingleInstance.there(socket(library));
    }

    private Path socket(Path library) {
        return SingleInstance.socket(folders.cache(), library);
    }

    private Surroundings surroundings(Path library) {
        var command = new ArrayList<String>();
        command.add(quoted(launcher()));
        if (!library.equals(folders.library())) {
            command.addAll(List.of("--library", quoted(library.toString())));
        }
        command.add("--capture");
        return new Surroundings(new AwtTray(), new XcbGlobalKeys(System.getenv()), command);
    }

    /// What one types to start the program: told by the launcher or the installed program.
    private static String launcher() {
        return System.getProperty(
                "pharos.launcher", System.getProperty("jpackage.app-path", "pharos"));
    }

    private static String quoted(String word) {
        return word.indexOf(' ') < 0 ? word : '"' + word + '"';
    }

    /// From now on the shelf keeps what this library is searched with and what it changes to, as
    /// long as the library is open.
    public void spareModelsOf(Library library) {
        used.spare(library);
    }

    /// Files to try everything on; they are written when they are asked for.
    public Samples samples() {
        return new BundledSamples(folders.data().resolve("samples"));
    }

    private ModelPorts ports(Library library) {
        return new ModelPorts(
                shelf(),
                trial(),
                hardware(),
                embedders(),
                library.embedding(),
                chatEndpoints(),
                secrets(),
                web());
    }

    public ModelTrial trial() {
        return models.trial();
    }

    /// Closes the window as its user would, where it is open. From any thread.
    public void closeWindow() {
        door.wish(Door.Wish.CLOSE);
    }

    /// Looks anew each time.
    public HardwareProbe hardware() {
        return models.hardware();
    }

    public SelfCheck selfCheck() throws ProblemException {
        return new SelfCheck(
                models.embedder(),
                extractor(),
                models.speech(),
                microphone(),
                this::checkedSettings,
                Map.of(
                        SelfCheck.Part.EMBEDDING, OnnxEmbedder::runtime,
                        SelfCheck.Part.DECODER, models.audio()::version,
                        SelfCheck.Part.VOICE, SileroVoiceActivity::version,
                        SelfCheck.Part.SPEECH, models::speechRuntime));
    }

    private TranscriptionOptions checkedSettings() throws ProblemException {
        var unused = List.of(chatProfiles().read(), models.devices());
        return transcriptionOptions();
    }

    /// Transcribes files beside every library, and goes on where it was stopped.
    public FileTranscriber fileTranscriber() {
        return new FileTranscriber(
                new Transcriber(models.speech()),
                new FileCheckpoints(folders.cache().resolve("transcriptions")));
    }

    public Microphone microphone() {
        return microphone;
    }

    private Path recordings() {
        return folders.data().resolve(RECORDINGS);
    }

    /// Records beside every library. The caller closes it.
    public Recorder recorder() {
        return new Recorder(microphone(), recordings());
    }

    /// Reaches what was recorded into a library, without opening that, and beside it. The caller
    /// closes it.
    public Recorder recorder(Path library) {
        return new Recorder(microphone(), library.resolve(RECORDINGS), List.of(recordings()));
    }

    /// What a crash or a power cut has left of recordings, into this library or beside it.
    public List<Recorder.Unfinished> interrupted(Path library) {
        try (var recorder = recorder(library)) {
            return recorder.unfinished();
        }
    }

    public AudioDecoder audio() {
        return models.audio();
    }

    /// Looks at the disk only when it is asked, and nothing is fetched by itself.
    public ModelShelf shelf() {
        return models.shelf();
    }

    public SettingsFile settings() {
        return settings;
    }

    public SpeechModels speechModels() {
        return models.speechModels();
    }

    /// Those that libraries can be searched with.
    public Embedders embedders() {
        return models.embedders();
    }

    private Extractor extractor() {
        if (extractor == null) {
            var made = new IsolatedExtractor();
            closing.push(made::close);
            extractor = made;
        }
        return extractor;
    }

    @Override
    public void close() {
        while (!closing.isEmpty()) {
            closing.pop().run();
        }
    }
}
