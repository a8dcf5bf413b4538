package dev.pharos.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.ui.welcome.StartSettings;
import dev.pharos.ui.work.Background;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

@SuppressWarnings("NullAway.Init")
final class LanguageViewModelTest {
    @TempDir Path temp;

    @Test
    void aLanguageIsKeptAndThenSpokenOnce() throws Exception {
        var file = new SettingsFile(temp.resolve("settings.json"));
        file.write(StartSettings.FEATURE, new StartSettings(null, true));
        var spoken = new ArrayList<Locale>();
        var language =
                new LanguageViewModel(
                        file,
                        new Background(Runnable::run, Runnable::run),
                        Locale.ENGLISH,
                        spoken::add);
        language.choose("en");
        language.choose("de");
        language.choose("de");
        assertEquals(List.of(Locale.GERMAN), spoken);
        assertEquals(
                new StartSettings("de", true),
                file.read(StartSettings.FEATURE, StartSettings.class, StartSettings.DEFAULT));
    }
}
