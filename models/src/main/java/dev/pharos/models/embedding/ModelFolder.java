package dev.pharos.models.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Detail.Kind;
import dev.pharos.engine.problem.UnusableException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/// A sentence model in a folder of the shelf, in the layout in which the Sentence Transformers
/// project gives models out: `tokenizer.json`, `config.json`, `1_Pooling/config.json`,
/// `sentence_bert_config.json`, and the weights as `model.onnx`, in `onnx/`, or as TorchScript
/// (`*.pt`). Of these only tokenizer and weights must be there, if [ModelFacts] say the rest.
///
/// @param file the weights
record ModelFolder(Path folder, EmbeddingModel model, Reading reading, Path file)
        implements ModelSource {

    /// Above it even passages of twice the usual length are read whole, and memory stays bounded.
    private static final int MOST_TOKENS = 512;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKENIZER = ModelFiles.TOKENIZER;

    /// Reads all but weights and vocabulary, and looks whether these two are whole.
    ///
    /// @param id of the model, which is its folder's name on the shelf; its vectors carry it
    /// @throws IOException if it is no sentence model or damaged; `UnusableException` says why
    static ModelFolder read(Path folder, String id) throws IOException {
        var own = folder.resolve(ModelFacts.FILE);
        var facts = Files.exists(own) ? readFacts(own) : ModelFacts.NONE;
        var known = ModelFacts.known(id);
        var config = json(folder, "config.json");
        var pooling = json(folder, "1_Pooling/config.json");
        int dimension =
                first(
                        number(facts.dimension()),
                        pooling.path("word_embedding_dimension"),
                        config.path("hidden_size"),
                        number(known.dimension()));
        int maxTokens =
                first(
                        number(facts.maxTokens()),
                        json(folder, "sentence_bert_config.json").path("max_seq_length"),
                        number(known.maxTokens()),
                        positions(config));
        if (dimension <= 0 || maxTokens < 3) {
            throw new UnusableException(dimension <= 0 ? Kind.NO_DIMENSION : Kind.NO_MAX_TOKENS);
        }
        var prompts = json(folder, "config_sentence_transformers.json").path("prompts");
        var passage = prompts.path(prompts.has("passage") ? "passage" : "document");
        var reading =
                new Reading(
                        pooling(facts.pooling(), pooling, known.pooling()),
                        word(facts.queryPrefix(), prompts.path("query"), known.queryPrefix()),
                        word(facts.passagePrefix(), passage, known.passagePrefix()));
        var weights = ModelFiles.weights(folder, facts.weights());
        var tokenizer = folder.resolve(TOKENIZER);
        checkWhole(weights);
        checkTokenizer(tokenizer);
        int read = Math.min(maxTokens, MOST_TOKENS);
        var print = WeightsFingerprint.of(weights, tokenizer, reading, read);
        return new ModelFolder(
                folder, new EmbeddingModel(id, dimension, read, print), reading, weights);
    }

    /// Whether PyTorch is needed.
    boolean torchScript() {
        return !file.toString().endsWith(".onnx");
    }

    @Override
    public Path weights(Path cache) {
        return file;
    }

    @Override
    public InputStream tokenizer() throws IOException {
        return Files.newInputStream(folder.resolve(TOKENIZER));
    }

    static ModelFacts readFacts(Path file) throws IOException {
        try {
            return ModelFacts.read(file);
        } catch (IOException e) {
            throw new UnusableException(Detail.of(Kind.UNREADABLE, ModelFacts.FILE), e);
        }
    }

    private static JsonNode json(Path folder, String name) throws IOException {
        var file = folder.resolve(name);
        if (!Files.exists(file)) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UnusableException(Detail.of(Kind.UNREADABLE, name), e);
        }
    }

    private static JsonNode number(@Nullable Integer value) {
        return value == null ? MissingNode.getInstance() : JSON.getNodeFactory().numberNode(value);
    }

    private static int first(JsonNode... numbers) {
        return Stream.of(numbers)
                .filter(JsonNode::isInt)
                .mapToInt(JsonNode::intValue)
                .findFirst()
                .orElse(0);
    }

    /// RoBERTa and its kin begin to count positions after that of the padding.
    private static JsonNode positions(JsonNode config) {
        int all = config.path("max_position_embeddings").asInt();
        boolean offset = config.path("model_type").asText().contains("roberta");
        return number(offset ? all - config.path("pad_token_id").asInt(1) - 1 : all);
    }

    private static String word(
            @Nullable String stated, JsonNode published, @Nullable String known) {
        return stated != null
                ? stated
                : published.isTextual() ? published.asText() : known == null ? "" : known;
    }

    private static Pooling pooling(
            @Nullable String stated, JsonNode published, @Nullable String known)
            throws IOException {
        String word = stated;
        if (word == null && published.isObject()) {
            word =
                    published.path("pooling_mode_mean_tokens").asBoolean()
                            ? "mean"
                            : published.path("pooling_mode_cls_token").asBoolean()
                                    ? "cls"
                                    : "other";
        }
        if (word == null) {
            word = known == null ? "mean" : known;
        }
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "mean" -> Pooling.MEAN;
            case "cls" -> Pooling.CLS;
            default -> throw new UnusableException(Kind.UNKNOWN_POOLING);
        };
    }

    private static void checkWhole(Path weights) throws IOException {
        if (weights.toString().endsWith(".onnx")) {
            if (!OnnxFile.whole(weights)) {
                throw new UnusableException(Kind.INCOMPLETE, weights.getFileName());
            }
            return;
        }
        try (var archive = new ZipFile(weights.toFile())) {
            if (archive.stream().noneMatch(entry -> entry.getName().endsWith("/constants.pkl"))) {
                throw new UnusableException(Kind.NO_TORCH_SCRIPT, weights.getFileName());
            }
        } catch (java.util.zip.ZipException e) {
            throw new UnusableException(Detail.of(Kind.INCOMPLETE, weights.getFileName()), e);
        }
    }

    /// It may have 17 MB, so only its ends are looked at.
    private static void checkTokenizer(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UnusableException(Kind.NO_TOKENIZER);
        }
        try (var json = new RandomAccessFile(file.toFile(), "r")) {
            long end = json.length();
            int last = ' ';
            while (end > 0 && Character.isWhitespace(last)) {
                json.seek(--end);
                last = json.read();
            }
            json.seek(0);
            if (json.read() != '{' || last != '}') {
                throw new UnusableException(Kind.INCOMPLETE, TOKENIZER);
            }
        }
    }
}
