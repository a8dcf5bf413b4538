package dev.pharos.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.pharos.engine.model.DeviceChoice;
import dev.pharos.engine.model.DeviceSettings;
import dev.pharos.engine.model.DownloadSettings;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.engine.transcription.SpeechToText;
import dev.pharos.engine.transcription.TranscriptionOptions;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/// The settings of features as single ones with dotted names, such as `devices.speech`: a feature's
/// name, and a component of its record.
final class NamedSettings {
    static final String SPEECH_MODEL = TranscriptionOptions.FEATURE + ".model";

    private static final String LANGUAGE = TranscriptionOptions.FEATURE + ".language";

    /// Whisper's two of three letters are no language of ISO 639-1.
    private static final List<String> CODES =
            Stream.concat(
                            Stream.of(SpeechToText.AUTO, "yue", "haw"),
                            Arrays.stream(Locale.getISOLanguages()))
                    .toList();

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /// One record of settings.
    private record Feature<T extends Record>(String name, Class<T> type, T usual) {

        List<RecordComponent> components() {
            return Arrays.asList(type.getRecordComponents());
        }

        ObjectNode read(SettingsFile file) throws ProblemException {
            return JSON.valueToTree(file.read(name, type, usual));
        }

        /// What another program writes meanwhile stays.
        void set(SettingsFile file, String member, JsonNode value) throws ProblemException {
            file.edit(
                    name,
                    type,
                    usual,
                    now -> {
                        ObjectNode chosen = JSON.valueToTree(now);
                        return JSON.convertValue(chosen.set(member, value), type);
                    });
        }
    }

    private static final List<Feature<?>> FEATURES =
            List.of(
                    new Feature<>(
                            TranscriptionOptions.FEATURE,
                            TranscriptionOptions.class,
                            TranscriptionOptions.DEFAULT),
                    new Feature<>(
                            DeviceSettings.FEATURE, DeviceSettings.class, DeviceSettings.DEFAULT),
                    new Feature<>(
                            DownloadSettings.FEATURE,
                            DownloadSettings.class,
                            DownloadSettings.DEFAULT));

    private static final int LAST_PORT = 65_535;
    private static final String WHISPER_FOLDER = "devices.whisperFolder";

    private final SettingsFile file;

    NamedSettings(SettingsFile file) {
        this.file = file;
    }

    List<String> names() {
        return FEATURES.stream()
                .flatMap(feature ->
                        feature.components().stream()
                                .map(each -> feature.name() + "." + each.getName()))
                .toList();
    }

    private static Feature<?> feature(String name) {
        return FEATURES.stream()
                .filter(feature -> name.startsWith(feature.name() + "."))
                .findFirst()
                .orElseThrow();
    }

    private static String member(String name) {
        return name.substring(name.indexOf('.') + 1);
    }

    SettingsCommand.Setting get(String name) throws ProblemException {
        var feature = feature(name);
        var value = feature.read(file).path(member(name));
        boolean usual =
                value.equals(JSON.<ObjectNode>valueToTree(feature.usual()).path(member(name)));
        return new SettingsCommand.Setting(name, plain(value), usual);
    }

    private static @Nullable Object plain(JsonNode value) {
        return JSON.convertValue(value, Object.class);
    }

    void set(String name, String typed) throws ProblemException {
        var value =
                switch (name) {
                    case WHISPER_FOLDER -> lasting(typed);
                    case LANGUAGE -> Objects.requireNonNull(language(typed));
                    default -> typed.strip();
                };
        feature(name).set(file, member(name), node(type(name), value));
    }

    /// What is meant seen from here has to be found from everywhere.
    private static String lasting(String folder) {
        return Path.of(folder.strip()).toAbsolutePath().normalize().toString();
    }

    void reset(String name) throws ProblemException {
        var feature = feature(name);
        ObjectNode usual = JSON.valueToTree(feature.usual());
        feature.set(file, member(name), usual.get(member(name)));
    }

    private static Class<?> type(String name) {
        return feature(name).components().stream()
                .filter(each -> each.getName().equals(member(name)))
                .findFirst()
                .orElseThrow()
                .getType();
    }

    private static JsonNode node(Class<?> type, String typed) {
        if (type == boolean.class) {
            return JSON.getNodeFactory().booleanNode(Boolean.parseBoolean(typed));
        }
        return type == int.class
                ? JSON.getNodeFactory().numberNode(Integer.parseInt(typed))
                : JSON.getNodeFactory().textNode(typed);
    }

    /// Why a value cannot be, as the key of a sentence; null where it can.
    @Nullable String refusal(String name, String typed) {
        var value = typed.strip();
        if (value.isEmpty()) {
            return "usage.settingsEmpty";
        }
        var type = type(name);
        if (type == boolean.class && !value.matches("true|false")) {
            return "usage.settingsBoolean";
        }
        if (type == int.class && !value.matches("\\d{1,4}")) {
            return "usage.settingsNumber";
        }
        if (type == DeviceChoice.class && DeviceChoice.parse(value).isEmpty()) {
            return "usage.settingsDevice";
        }
        return switch (name) {
            case "downloads.mirror" -> mirrorRefusal(value);
            case "downloads.proxy" ->
                    value.contains("@")
                            ? "usage.settingsSecret"
                            : proxy(value) ? null : "usage.settingsProxy";
            case WHISPER_FOLDER -> folder(value) ? null : "usage.settingsFolder";
            case LANGUAGE -> language(value) != null ? null : "usage.settingsLanguage";
            default -> null;
        };
    }

    private static @Nullable String mirrorRefusal(String value) {
        try {
            var uri = URI.create(value);
            boolean secret =
                    Objects.requireNonNullElse(uri.getRawAuthority(), "").contains("@")
                            || uri.getRawQuery() != null;
            boolean web =
                    uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?");
            return secret ? "usage.settingsSecret" : web ? null : "usage.settingsAddress";
        } catch (IllegalArgumentException _) {
            return "usage.settingsAddress";
        }
    }

    private static boolean proxy(String value) {
        if (value.equals("direct")) {
            return true;
        }
        try {
            var uri = URI.create("http://" + value);
            return uri.getHost() != null
                    && uri.getPort() > 0
                    && uri.getPort() <= LAST_PORT
                    && uri.getRawPath().isEmpty();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean folder(String value) {
        try {
            return Files.isDirectory(Path.of(value));
        } catch (InvalidPathException _) {
            return false;
        }
    }

    /// The code of a language that is named by it, or in English; or `auto`. Null where none is.
    static @Nullable String language(String typed) {
        var value = typed.strip().toLowerCase(Locale.ROOT);
        return CODES.stream()
                .filter(code -> value.equals(code) || value.equals(english(code)))
                .findFirst()
                .orElse(null);
    }

    private static String english(String code) {
        return Locale.of(code).getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT);
    }
}
