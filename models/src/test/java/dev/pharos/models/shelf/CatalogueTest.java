package dev.pharos.models.shelf;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.model.ModelInfo;
import dev.pharos.engine.model.ModelInfo.RemoteFile;
import dev.pharos.engine.model.ModelKind;
import dev.pharos.engine.work.Progress;
import dev.pharos.models.shelf.Catalogue.Entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The data file that comes with the program.
final class CatalogueTest {
    private static final Catalogue CATALOGUE = Catalogue.bundled("linux-x86_64");

    private static Stream<ModelInfo> models() {
        return CATALOGUE.entries().stream().map(Entry::info);
    }

    private static Stream<RemoteFile> files() {
        return models().flatMap(model -> model.files().stream());
    }

    @Test
    void everyIdNamesItsKindAndIsThereOnce() {
        var ids = models().map(ModelInfo::id).toList();
        assertEquals(ids.size(), new HashSet<>(ids).size());
        assertAll(
                models().map(model ->
                        () ->
                                assertTrue(
                                        model.id()
                                                .matches(
                                                        Places.id(model.kind(), "")
                                                                + "[A-Za-z0-9._:/-]+"),
                                        model.id())));
    }

    @Test
    void everyEntryTellsWhatAPersonWantsToKnow() {
        assertAll(
                models().map(model ->
                        () -> {
                            assertTrue(!model.title().isBlank(), model.id());
                            assertTrue(
                                    model.licence() != null && !model.licence().isBlank(),
                                    model.id());
                            assertEquals(
                                    "https", URI.create(String.valueOf(model.page())).getScheme());
                            assertTrue(
                                    model.memoryBytes() > 0 || model.kind() == ModelKind.PACK,
                                    model.id());
                            assertTrue(
                                    model.languages().stream()
                                            .allMatch(code -> code.matches("[a-z]{2}")),
                                    model.id());
                            assertTrue(
                                    model.work() >= 0 && model.memoryBytes() < 1L << 40,
                                    model.id());
                        }));
    }

    @Test
    void everyFileHasAnAddressOverHttpsOrIsBroughtByItsOwner() {
        assertAll(
                models().flatMap(model ->
                        model.files().stream()
                                .map(file ->
                                        () -> {
                                            boolean brought =
                                                    model.kind() == ModelKind.PACK
                                                            || CATALOGUE
                                                                    .find(model.id())
                                                                    .orElseThrow()
                                                                    .bundled();
                                            assertEquals(brought, file.url() == null, file.name());
                                            assertTrue(
                                                    brought
                                                            || String.valueOf(file.url())
                                                                    .startsWith("https://"),
                                                    file.name());
                                        })));
    }

    @Test
    void everyHashIsOneAndHasASize() {
        assertAll(
                files().filter(file -> file.sha256() != null)
                        .map(file ->
                                () -> {
                                    assertTrue(
                                            String.valueOf(file.sha256()).matches("[0-9a-f]{64}"),
                                            file.name());
                                    assertTrue(file.bytes() > 0, file.name());
                                }));
        assertTrue(files().filter(file -> file.sha256() != null).count() > 50);
    }

    @Test
    void noTwoWhisperFilesAreSaidToBeTheSame() {
        var hashes =
                models().filter(model -> model.kind() == ModelKind.SPEECH)
                        .map(model -> model.files().getFirst().sha256())
                        .toList();
        assertEquals(hashes.size(), new HashSet<>(hashes).size());
    }

    @Test
    void aWhisperModelIsAskedForByTheNameOfItsFile() {
        assertAll(
                models().filter(model -> model.kind() == ModelKind.SPEECH)
                        .map(model ->
                                () ->
                                        assertEquals(
                                                List.of("ggml-" + Places.name(model.id()) + ".bin"),
                                                model.files().stream()
                                                        .map(RemoteFile::name)
                                                        .toList())));
    }

    @Test
    void onlyChatModelsHaveNoFiles() {
        assertAll(
                models().map(model ->
                        () ->
                                assertEquals(
                                        model.kind() == ModelKind.CHAT,
                                        model.files().isEmpty(),
                                        model.id())));
    }

    @Test
    void somethingIsRecommendedOfSpeechMeaningAndChat() {
        var kinds = new HashSet<ModelKind>();
        models().filter(ModelInfo::recommended).forEach(model -> kinds.add(model.kind()));
        assertEquals(Set.of(ModelKind.SPEECH, ModelKind.EMBEDDING, ModelKind.CHAT), kinds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"embedding/all-MiniLM-L6-v2/int8", "whisper/demo"})
    void theBundledModelsAreThoseThatTheProgramCarries(String id) throws Exception {
        var entry = CATALOGUE.find(id).orElseThrow();
        var places = new Places(Path.of("nowhere"));
        var found = new Verification(places, entry, List.of()).run(Progress.NONE);
        assertTrue(found.stream().allMatch(file -> file.published()), found.toString());
    }

    @Test
    void aPackIsOfThePlatformOrNothing() throws IOException {
        var mac = Catalogue.bundled("macos-x86_64").find("pack/pytorch-cpu").orElseThrow();
        assertEquals(List.of(), mac.info().files());
        assertEquals(1, CATALOGUE.find("pack/pytorch-cpu").orElseThrow().info().files().size());
    }
}
