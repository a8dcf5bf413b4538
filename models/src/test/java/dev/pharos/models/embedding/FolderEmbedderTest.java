package dev.pharos.models.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.model.DeviceChoice;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Detail.Kind;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;

/// Real models in folders of a shelf, in the runtime that comes with the program.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FolderEmbedderTest extends NetworkEmbedderContract {

    @TempDir private static Path folder;

    private ModelFolders shelf = new ModelFolders(Path.of(""), Path.of(""));
    private LocalEmbedders embedders;
    private Embedder embedder;

    @BeforeAll
    void open() throws Exception {
        shelf = new ModelFolders(folder.resolve("models"), ModelFolders.TEST_CACHE);
        shelf.miniLm("minilm");
        shelf.bge("bge-small-en-v1.5-q");
        embedders = embeddersOf(shelf);
        embedder = another();
    }

    private static LocalEmbedders embeddersOf(ModelFolders shelf) {
        return new LocalEmbedders(
                shelf.shelf(), ModelFolders.TEST_CACHE, () -> DeviceChoice.AUTO, 2);
    }

    private static ModelFolders emptyShelf() throws IOException {
        var place = Files.createTempDirectory(folder, "shelf");
        return new ModelFolders(place, ModelFolders.TEST_CACHE);
    }

    @AfterAll
    void close() {
        embedder.close();
    }

    @Override
    protected Embedder embedder() {
        return embedder;
    }

    @Override
    Embedder another() throws ProblemException {
        return embedders.open("minilm");
    }

    @Test
    void theBundledOneIsTheSameModelWithCoarserWeights() throws ProblemException {
        try (var bundled = embedders.open(embedders.bundled().id())) {
            String text = "The lamp of the lighthouse is lit every evening at dusk.";
            double cosine = dot(embedder.embed(List.of(text)).getFirst(), bundled.embedQuery(text));
            assertTrue(cosine > 0.95 && cosine < 0.9999, () -> "cosine " + cosine);
        }
    }

    @Test
    void aModelThatWantsItKnowsAQuestionByItsPrefix() throws ProblemException {
        try (var bge = embedders.open("bge-small-en-v1.5-q")) {
            String question = "Who built the lighthouse?";
            assertArrayEquals(
                    bge.embed(List.of(ModelFolders.BGE.queryPrefix() + question)).getFirst(),
                    bge.embedQuery(question));
        }
    }

    @Test
    void aBetterAnswerIsNearerInAModelThatPoolsByItsFirstToken() throws ProblemException {
        try (var bge = embedders.open("bge-small-en-v1.5-q")) {
            var query = bge.embedQuery("How do I grow tomatoes on a balcony?");
            var texts =
                    bge.embed(
                            List.of(
                                    "Raising vegetables in pots at home",
                                    "The central bank left interest rates unchanged."));
            assertTrue(dot(query, texts.get(0)) > dot(query, texts.get(1)) + 0.1);
        }
    }

    @Test
    void whatStandsBesideTheWeightsIsHeeded() throws IOException {
        var place = Files.createDirectories(folder.resolve("layout/some-e5"));
        Files.createDirectories(place.resolve("1_Pooling"));
        Files.createDirectories(place.resolve("onnx"));
        Files.copy(
                shelf.shelf().resolve("embedding/minilm/model.onnx"),
                place.resolve("onnx/model_fp32.onnx"));
        Files.writeString(place.resolve("tokenizer.json"), "{}\n");
        Files.writeString(
                place.resolve("config.json"),
                "{\"hidden_size\": 384, \"max_position_embeddings\": 514, \"model_type\":"
                        + " \"xlm-roberta\", \"pad_token_id\": 1}");
        Files.writeString(
                place.resolve("1_Pooling/config.json"),
                "{\"pooling_mode_cls_token\": true, \"pooling_mode_mean_tokens\": false}");
        Files.writeString(
                place.resolve("config_sentence_transformers.json"),
                "{\"prompts\": {\"query\": \"query: \", \"document\": \"passage: \"}}");
        var read = ModelFolder.read(place, "some-e5");
        assertEquals(
                new ModelFolder(
                        place,
                        new EmbeddingModel("some-e5", 384, 512, read.model().weights()),
                        new Reading(Pooling.CLS, "query: ", "passage: "),
                        place.resolve("onnx/model_fp32.onnx")),
                read);
    }

    private static String weights(Path place) throws IOException {
        return ModelFolder.read(place, "any").model().weights();
    }

    @Test
    void otherWeightsInTheSameFolderAreTold() throws Exception {
        var place = emptyShelf().bge("any");
        var before = weights(place);
        assertEquals(before, weights(place));
        Path file = place.resolve("model.onnx");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var noise = new byte[1 << 20];
            new Random(1).nextBytes(noise);
            channel.write(ByteBuffer.wrap(noise), channel.size() / 2);
        }
        assertNotEquals(before, weights(place));
    }

    @Test
    void theSameWeightsReadInAnotherWayAreTold() throws Exception {
        var place = emptyShelf().bge("any");
        var before = weights(place);
        new ModelFacts(384, 512, "mean", null, null, null).write(place);
        assertNotEquals(before, weights(place));
    }

    @Test
    void ofSeveralWeightsTheFirstByNameIsAlwaysTaken() throws Exception {
        var place = emptyShelf().bge("any");
        for (var name : List.of("z.onnx", "a.onnx", "m.onnx")) {
            Files.copy(place.resolve("model.onnx"), place.resolve(name));
        }
        Files.delete(place.resolve("model.onnx"));
        assertEquals(place.resolve("a.onnx"), ModelFolder.read(place, "any").file());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[x", "a\\u0000b", "no/such/{x"})
    void aFactThatIsNoFilesNameLeavesOutOneModelOnly(String weights) throws Exception {
        var other = emptyShelf();
        var facts = "{\"dimension\": 384, \"maxTokens\": 512, \"weights\": \"" + weights + "\"}";
        Files.writeString(other.bge("odd").resolve(ModelFacts.FILE), facts);
        other.bge("good");
        assertEquals(
                List.of("all-MiniLM-L6-v2/int8", "good"),
                embeddersOf(other).available().stream().map(EmbeddingModel::id).toList());
    }

    @Test
    void aWellKnownNameSaysTheRest() throws IOException {
        var place = Files.createDirectories(folder.resolve("known/multilingual-e5-small"));
        Files.copy(
                shelf.shelf().resolve("embedding/minilm/model.onnx"), place.resolve("model.onnx"));
        Files.writeString(place.resolve("tokenizer.json"), "{}");
        assertEquals(
                new Reading(Pooling.MEAN, "query: ", "passage: "),
                ModelFolder.read(place, "multilingual-e5-small").reading());
    }

    @Test
    void aTruncatedFileIsLeftOutAndSaysWhy() throws Exception {
        var other = emptyShelf();
        var weights = other.bge("cut").resolve("model.onnx");
        try (var file = FileChannel.open(weights, StandardOpenOption.WRITE)) {
            file.truncate(file.size() - 1000);
        }
        assertLeftOut(other, "cut", Detail.of(Kind.INCOMPLETE, "model.onnx"));
    }

    @Test
    void aFolderWithoutWeightsIsLeftOutAndSaysWhy() throws Exception {
        var other = emptyShelf();
        Files.delete(other.bge("empty").resolve("model.onnx"));
        assertLeftOut(other, "empty", Detail.of(Kind.NO_WEIGHTS));
    }

    @Test
    void aFolderThatDoesNotSayItsDimensionIsLeftOutAndSaysWhy() throws Exception {
        var other = emptyShelf();
        Files.delete(other.bge("nameless").resolve(ModelFacts.FILE));
        assertLeftOut(other, "nameless", Detail.of(Kind.NO_DIMENSION));
    }

    @Test
    void aWrongDimensionIsFoundOutByTheFirstText() throws Exception {
        var other = emptyShelf();
        var place = other.bge("wrong");
        new ModelFacts(512, 512, "cls", null, null, null).write(place);
        try (var wrong = embeddersOf(other).open("wrong")) {
            var thrown = assertThrows(ProblemException.class, () -> wrong.embed(List.of("sea")));
            assertEquals(
                    new Problem.ModelUnavailable(
                            "wrong", Detail.of(Kind.OTHER_DIMENSION, 384, 512)),
                    thrown.problem());
        }
    }

    @Test
    void torchScriptWithoutItsPackNamesThePack() throws Exception {
        var other = emptyShelf();
        other.torchMiniLm("torch");
        var lacking = embeddersOf(other);
        assertEquals(List.of(lacking.bundled()), lacking.available());
        var thrown = assertThrows(ProblemException.class, () -> lacking.open("torch"));
        assertEquals(
                new Problem.MissingModel(Packs.torchName(), other.shelf().resolve("packs")),
                thrown.problem());
    }

    @Test
    void aModelThatIsNotHereIsMissing() {
        var thrown = assertThrows(ProblemException.class, () -> embedders.open("../packs"));
        assertInstanceOf(Problem.MissingModel.class, thrown.problem());
    }

    private static void assertLeftOut(ModelFolders shelf, String id, Detail reason) {
        var embedders = embeddersOf(shelf);
        assertEquals(List.of(embedders.bundled()), embedders.available());
        var thrown = assertThrows(ProblemException.class, () -> embedders.open(id));
        assertEquals(new Problem.ModelUnavailable(id, reason), thrown.problem());
    }
}
