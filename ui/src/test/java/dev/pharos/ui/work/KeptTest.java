package dev.pharos.ui.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.ui.document.ReadingSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;

@SuppressWarnings("NullAway.Init")
final class KeptTest {
    @TempDir Path temp;

    private Kept<ReadingSettings> look() {
        var kept = look(new Background(Runnable::run, Runnable::run));
        kept.load();
        return kept;
    }

    private Kept<ReadingSettings> look(Background background) {
        return new Kept<>(
                new SettingsFile(temp.resolve("settings.json")),
                ReadingSettings.FEATURE,
                ReadingSettings.class,
                ReadingSettings.DEFAULT,
                background);
    }

    private static final ReadingSettings SEPIA =
            new ReadingSettings(
                    20,
                    ReadingSettings.Width.NARROW,
                    ReadingSettings.Spacing.LOOSE,
                    ReadingSettings.Face.SERIF,
                    ReadingSettings.Dress.SEPIA);

    @Test
    void whatWasChosenIsThereAfterARestart() {
        look().change(_ -> SEPIA);
        assertEquals(SEPIA, look().value());
    }

    @Test
    void theLastChangeIsWhatIsKeptWhicheverIsWrittenLast() {
        var workers = new ArrayDeque<Runnable>();
        var kept = look(new Background(workers::add, Runnable::run));
        kept.change(_ -> ReadingSettings.DEFAULT);
        kept.change(_ -> SEPIA);
        workers.removeLast().run();
        workers.removeLast().run();
        assertEquals(SEPIA, look().value());
    }

    @Test
    void whatCannotBeReadCountsAsTheUsual() throws Exception {
        Files.writeString(temp.resolve("settings.json"), "{\"reading\": {\"size\": \"large\"}}");
        assertEquals(ReadingSettings.DEFAULT, look().value());
    }
}
