package dev.pharos.app;

import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.meaning.Embedders;
import dev.pharos.engine.model.DeviceSettings;
import dev.pharos.engine.model.DownloadSettings;
import dev.pharos.engine.model.HardwareProbe;
import dev.pharos.engine.model.ModelShelf;
import dev.pharos.engine.model.ModelTrial;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.engine.transcription.SpeechModels;
import dev.pharos.engine.transcription.Transcriber;
import dev.pharos.models.audio.BicDiarizer;
import dev.pharos.models.audio.FfmpegAudioDecoder;
import dev.pharos.models.audio.SileroVoiceActivity;
import dev.pharos.models.embedding.LocalEmbedders;
import dev.pharos.models.hardware.OnnxProbe;
import dev.pharos.models.hardware.OshiHardwareProbe;
import dev.pharos.models.hardware.TorchProbe;
import dev.pharos.models.shelf.LocalModelShelf;
import dev.pharos.models.trial.LocalModelTrial;
import dev.pharos.models.whisper.LocalSpeechModels;
import dev.pharos.models.whisper.WhisperProbe;
import dev.pharos.models.whisper.WhisperSpeechToText;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The part of the [Wiring] that runs models on this machine: what they are, where they lie, what
/// they run on. Made and closed as the wiring is, by which all of it is handed out. For one thread.
final class ModelWiring implements AutoCloseable {
    private final Folders folders;
    private final SettingsFile settings;
    private final UsedModels used;
    private final Deque<Runnable> closing = new ArrayDeque<>();
    private @Nullable Embedder embedder;
    private Transcriber.@Nullable Parts speech;
    private @Nullable FfmpegAudioDecoder audio;
    private @Nullable ModelShelf shelf;

    /// @param used what must not leave the shelf
    ModelWiring(Folders folders, SettingsFile settings, UsedModels used) {
        this.folders = folders;
        this.settings = settings;
        this.used = used;
    }

    private Path models() {
        return folders.data().resolve("models");
    }

    DeviceSettings devices() throws ProblemException {
        return settings.read(DeviceSettings.FEATURE, DeviceSettings.class, DeviceSettings.DEFAULT);
    }

    /// Settings that cannot be read are told elsewhere.
    private DeviceSettings devicesOrDefault() {
        try {
            return devices();
        } catch (ProblemException _) {
            return DeviceSettings.DEFAULT;
        }
    }

    /// Looks anew each time.
    HardwareProbe hardware() {
        var packs = models().resolve("packs");
        return new OshiHardwareProbe(
                folders.cache(),
                List.of(
                        new WhisperProbe(folders.cache(), this::devicesOrDefault),
                        new OnnxProbe(folders.cache(), packs, () -> devicesOrDefault().embedding()),
                        new TorchProbe(packs, () -> devicesOrDefault().embedding())));
    }

    /// Looks at the disk only when it is asked, and nothing is fetched by itself.
    ModelShelf shelf() {
        if (shelf == null) {
            shelf = new LocalModelShelf(models(), folders.cache(), this::downloads, used::now);
        }
        return shelf;
    }

    private DownloadSettings downloads() throws ProblemException {
        return settings.read(
                DownloadSettings.FEATURE, DownloadSettings.class, DownloadSettings.DEFAULT);
    }

    ModelTrial trial() {
        return new LocalModelTrial(shelf(), speech().models(), speech().speech(), embedders());
    }

    FfmpegAudioDecoder audio() {
        if (audio == null) {
            var made = new FfmpegAudioDecoder(folders.cache());
            closing.push(made::close);
            audio = made;
        }
        return audio;
    }

    /// Nothing is loaded or started yet: each part does that when it is first asked.
    Transcriber.Parts speech() {
        if (speech == null) {
            var sound = audio();
            var voices = new SileroVoiceActivity(folders.cache());
            var words = new WhisperSpeechToText(folders.cache(), this::devices);
            closing.push(voices::close);
            closing.push(words::close);
            speech =
                    new Transcriber.Parts(
                            sound,
                            voices,
                            words,
                            new LocalSpeechModels(models().resolve("whisper"), folders.cache()),
                            new BicDiarizer());
        }
        return speech;
    }

    SpeechModels speechModels() {
        return speech().models();
    }

    /// Where the recogniser comes from: its version, or the folder of the owner's own build.
    String speechRuntime() throws ProblemException {
        var folder = devices().whisperFolder();
        return folder == null ? WhisperSpeechToText.version() : folder;
    }

    /// Those that libraries can be searched with.
    Embedders embedders() {
        return localEmbedders();
    }

    private LocalEmbedders localEmbedders() {
        return new LocalEmbedders(
                models(),
                folders.cache(),
                () -> devicesOrDefault().embedding(),
                Runtime.getRuntime().availableProcessors());
    }

    /// The bundled one.
    Embedder embedder() {
        if (embedder == null) {
            var made = localEmbedders().open();
            closing.push(made::close);
            embedder = made;
        }
        return embedder;
    }

    @Override
    public void close() {
        while (!closing.isEmpty()) {
            closing.pop().run();
        }
    }
}
