package dev.pharos.models.shelf;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.pharos.engine.model.ModelKind;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Detail.Kind;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.problem.UnusableException;
import dev.pharos.models.embedding.EmbedderFolder;
import dev.pharos.models.embedding.OnnxFile;
import dev.pharos.models.whisper.ModelFile;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// What an owner brings, recognised: a Whisper file in whisper.cpp's format; a folder with
/// `model.onnx` (or TorchScript, `model.pt`, or what its `pharos.json` names) and `tokenizer.json`,
/// as its makers give it out or as a clone has it; a pack that the catalogue knows by its file
/// name.
///
/// @param source as its owner named it
/// @param name without its kind; letters, digits, `.`, `_`, `-`
record Brought(Path source, ModelKind kind, String name, List<Piece> pieces) {

    /// A file of it.
    ///
    /// @param name on the shelf, within the model's folder
    record Piece(String name, Path source, long bytes) {}

    private static final String WEIGHTS = "model.onnx";
    private static final String SCRIPT = "model.pt";
    private static final String TOKENIZER = "tokenizer.json";
    private static final String CONFIG = "config.json";
    private static final String FACTS = "pharos.json";

    /// What runtimes read of a folder; nothing else is copied.
    private static final List<String> READ =
            List.of(
                    WEIGHTS,
                    "model.onnx_data",
                    SCRIPT,
                    TOKENIZER,
                    CONFIG,
                    FACTS,
                    "1_Pooling/config.json",
                    "sentence_bert_config.json",
                    "config_sentence_transformers.json",
                    "modules.json",
                    "tokenizer_config.json",
                    "special_tokens_map.json");

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    Brought {
        pieces = List.copyOf(pieces);
    }

    long bytes() {
        return pieces.stream().mapToLong(Piece::bytes).sum();
    }

    /// A first look, at little of it.
    ///
    /// @throws ProblemException `FileMissing`, `AccessDenied`, `NotAModel`
    static Brought of(Path source, Catalogue catalogue) throws ProblemException {
        if (!Files.exists(source)) {
            throw new ProblemException(new Problem.FileMissing(source));
        }
        try {
            return Files.isDirectory(source) ? folder(source) : file(source, catalogue);
        } catch (AccessDeniedException e) {
            throw new ProblemException(new Problem.AccessDenied(source), e);
        } catch (IOException e) {
            throw notAModel(source, e);
        }
    }

    private static ProblemException notAModel(Path source, Exception e) {
        return new ProblemException(new Problem.NotAModel(source, Detail.of(e)), e);
    }

    private static Brought file(Path source, Catalogue catalogue)
            throws IOException, ProblemException {
        var name = String.valueOf(source.toAbsolutePath().normalize().getFileName());
        if (Files.size(source) == 0) {
            throw new UnusableException(Kind.EMPTY_FILE);
        }
        var pack =
                catalogue.entries().stream()
                        .map(Catalogue.Entry::info)
                        .filter(info -> info.kind() == ModelKind.PACK)
                        .filter(info ->
                                info.files().stream().anyMatch(file -> file.name().equals(name)))
                        .findFirst();
        if (pack.isPresent()) {
            return new Brought(
                    source,
                    ModelKind.PACK,
                    Places.name(pack.get().id()),
                    List.of(piece(name, source)));
        }
        if (name.endsWith(".onnx") || name.equals(TOKENIZER)) {
            throw new UnusableException(Kind.ONLY_A_PART);
        }
        checkSpeech(source, source, false);
        var own = clean(ModelFile.nameOf(Path.of(name)));
        return new Brought(
                source, ModelKind.SPEECH, own, List.of(piece("ggml-" + own + ".bin", source)));
    }

    private static Piece piece(String name, Path source) throws IOException {
        return new Piece(name, source, Files.size(source));
    }

    /// As much of a name as can be part of an id.
    private static String clean(String name) {
        var kept = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
        return kept.isEmpty() ? "model" : kept;
    }

    private static Brought folder(Path source) throws IOException {
        var pieces = new ArrayList<Piece>();
        for (var name : READ) {
            var found =
                    Stream.of(source.resolve(name), source.resolve("onnx").resolve(name))
                            .filter(Files::isRegularFile)
                            .findFirst();
            if (found.isPresent()) {
                pieces.add(piece(name, found.get()));
            }
        }
        stated(source).stream().filter(own -> !pieces.contains(own)).forEach(pieces::add);
        var names = pieces.stream().map(Piece::name).toList();
        if (pieces.stream().noneMatch(piece -> weights(piece.name()))
                && !names.contains(WEIGHTS)
                && !names.contains(SCRIPT)) {
            throw new UnusableException(Kind.MISSING_PART, WEIGHTS);
        }
        if (!names.contains(TOKENIZER)) {
            throw new UnusableException(Kind.MISSING_PART, TOKENIZER);
        }
        var kind = ModelKind.EMBEDDING;
        for (var piece : pieces) {
            if (piece.name().equals(CONFIG) && ranks(piece.source())) {
                kind = ModelKind.RERANKING;
            }
        }
        var named = source.toRealPath().getFileName();
        return new Brought(source, kind, clean(String.valueOf(named)), pieces);
    }

    private static boolean weights(String name) {
        return name.endsWith(".onnx") || name.endsWith(".pt");
    }

    /// The weights that `pharos.json` names, under the name that it says, and what lies beside them
    /// as `NAME_data` where they are large.
    private static List<Piece> stated(Path source) throws IOException {
        if (!Files.isRegularFile(source.resolve(FACTS))) {
            return List.of();
        }
        var named = EmbedderFolder.statedWeights(source);
        var pieces = new ArrayList<Piece>();
        if (named.isPresent()) {
            Path weights = named.get();
            Path data = weights.resolveSibling(weights.getFileName() + "_data");
            pieces.add(piece(within(source, weights), weights));
            if (Files.isRegularFile(data)) {
                pieces.add(piece(within(source, data), data));
            }
        }
        return pieces;
    }

    private static String within(Path source, Path file) {
        return source.relativize(file).toString().replace('\\', '/');
    }

    private static boolean ranks(Path config) throws IOException {
        try {
            return JSON.readTree(Files.readAllBytes(config))
                    .path("architectures")
                    .path(0)
                    .asText()
                    .endsWith("ForSequenceClassification");
        } catch (JacksonException _) {
            throw new UnusableException(Kind.INCOMPLETE, CONFIG);
        }
    }

    /// A thorough look at the copy of it.
    ///
    /// @throws ProblemException `NotAModel`
    void check(Path copy) throws ProblemException {
        try {
            for (var piece : pieces) {
                check(piece.name(), copy.resolve(piece.name()));
            }
        } catch (IOException e) {
            throw notAModel(source, e);
        }
    }

    /// Whether an embedder can be opened from the copy under the name that it is going to have.
    ///
    /// @throws ProblemException `NotAModel`, which says what is missing
    void checkUsable(Path copy, String called) throws ProblemException {
        if (kind != ModelKind.EMBEDDING) {
            return;
        }
        try {
            EmbedderFolder.check(copy, called);
        } catch (IOException e) {
            throw notAModel(source, e);
        }
    }

    private void check(String name, Path copied) throws IOException, ProblemException {
        switch (kind) {
            case SPEECH -> checkSpeech(source, copied, true);
            case PACK -> checkPack(copied);
            case EMBEDDING, RERANKING -> checkPart(name, copied);
            case CHAT -> throw new IllegalStateException("never brought");
        }
    }

    private static void checkSpeech(Path source, Path file, boolean thorough)
            throws ProblemException {
        try {
            if (thorough) {
                ModelFile.read(file);
            } else {
                ModelFile.glance(file);
            }
        } catch (ProblemException e) {
            throw e.problem() instanceof Problem.ModelUnavailable(_, var detail)
                    ? new ProblemException(new Problem.NotAModel(source, detail), e)
                    : e;
        }
    }

    private static void checkPack(Path file) throws IOException {
        try (var jar = new ZipFile(file.toFile())) {
            if (jar.stream().noneMatch(entry -> entry.getName().contains("native/"))) {
                throw new UnusableException(Kind.NO_NATIVES);
            }
        } catch (ZipException _) {
            throw new UnusableException(Kind.INCOMPLETE, String.valueOf(file.getFileName()));
        }
    }

    private static void checkPart(String name, Path file) throws IOException {
        if (name.endsWith(".onnx") && !OnnxFile.whole(file)) {
            throw new UnusableException(Kind.NOT_ONNX, name);
        }
        if (name.endsWith(".pt")) {
            try (var archive = new ZipFile(file.toFile())) {
                if (archive.size() == 0) {
                    throw new UnusableException(Kind.INCOMPLETE, name);
                }
            } catch (ZipException _) {
                throw new UnusableException(Kind.INCOMPLETE, name);
            }
        }
        if (name.equals(TOKENIZER) && !tokenizes(file)) {
            throw new UnusableException(Kind.INCOMPLETE, name);
        }
    }

    /// Whether it is whole JSON with the member that every tokenizer has; read as a stream, as some
    /// are of 17 MB.
    private static boolean tokenizes(Path file) throws IOException {
        try (var parser = JSON.createParser(file.toFile())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            boolean model = false;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                model |= parser.currentName().equals("model");
                parser.nextToken();
                parser.skipChildren();
            }
            return model && parser.currentToken() == JsonToken.END_OBJECT;
        } catch (JacksonException _) {
            return false;
        }
    }
}
