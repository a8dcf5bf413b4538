package dev.pharos.ui;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.document.DirectExtractor;
import dev.pharos.engine.document.PdfPages;
import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.ui.beside.Surroundings;
import dev.pharos.ui.sound.SilentPlayer;
import dev.pharos.ui.sound.TestSpeech;

import javafx.application.Platform;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

import java.nio.file.Path;

@SuppressWarnings("NullAway.Init")
final class PharosApplicationTest {
    @TempDir Path temp;

    @BeforeAll
    static void start() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    /// Without a recorder, which a window with sound needs.
    @Test
    void aWindowThatCannotBeOpenedKeepsNobodyWaiting() throws Exception {
        try (var library =
                        Library.open(
                                temp.resolve("library"),
                                Library.Access.WRITE,
                                new Abilities(
                                        new DirectExtractor(),
                                        FixedEmbedders.of(new HashingEmbedder()),
                                        Abilities.Chat.NONE,
                                        null));
                var pages = new PdfPages(temp)) {
            var speech = new TestSpeech(temp);
            var desktop =
                    new Desktop(
                            library,
                            new SettingsFile(temp.resolve("settings.json")),
                            pages,
                            new Desktop.Sound(new SilentPlayer(), speech),
                            null,
                            null,
                            Surroundings.NONE);
            var failure =
                    assertThrows(
                            IllegalStateException.class,
                            () -> PharosApplication.run(desktop, new Door(), Platform::runLater));
            assertInstanceOf(IllegalStateException.class, failure.getCause());
        }
    }
}
