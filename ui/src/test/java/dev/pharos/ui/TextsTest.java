package dev.pharos.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

final class TextsTest {
    private static final Path MAIN = Path.of("src/main");
    private static final Pattern IN_CODE = Pattern.compile("\"([a-z]+(?:\\.[a-zA-Z]+)+)\"");
    private static final Pattern IN_FXML = Pattern.compile("\"%([a-zA-Z.]+)\"");

    private static TreeSet<String> keys(Locale language) {
        return new TreeSet<>(new Texts(language).bundle().keySet());
    }

    /// Every key that code or a screen names, or that is made from a kind.
    private static TreeSet<String> used() throws IOException {
        var used = new TreeSet<String>();
        for (var kind : SourceKind.values()) {
            used.add("kind." + kind.id());
        }
        Problem.kinds().map(Problem::key).forEach(used::add);
        Stream.of(Detail.Kind.values()).map(Detail.Kind::key).forEach(used::add);
        try (var files = Files.walk(MAIN)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.toString().endsWith(".java")) {
                    find(IN_CODE, file, used);
                } else if (file.toString().endsWith(".fxml")) {
                    find(IN_FXML, file, used);
                }
            }
        }
        keys(Locale.ENGLISH).stream()
                .filter(key -> key.endsWith(".also") && used.contains(key.replace(".also", "")))
                .toList()
                .forEach(used::add);
        used.remove("dev.pharos.ui.texts");
        used.remove("os.name");
        List.of("memo.json", "window.json").forEach(used::remove);
        used.removeIf(key -> key.endsWith(".css") || key.endsWith(".cpp"));
        return used;
    }

    private static void find(Pattern pattern, Path file, TreeSet<String> used) throws IOException {
        pattern.matcher(Files.readString(file))
                .results()
                .map((MatchResult match) -> match.group(1))
                .forEach(used::add);
    }

    @Test
    void everyKeyIsUsedAndEveryUsedKeyExists() throws IOException {
        assertEquals(used(), keys(Locale.ENGLISH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "ru"})
    void everyLanguageHasTheSameKeys(String language) {
        assertEquals(keys(Locale.ENGLISH), keys(Locale.of(language)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "ru"})
    void everyLanguageHasItsOwnWords(String language) {
        assertEquals(language, new Texts(Locale.of(language)).locale().getLanguage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "ru"})
    void everyTextTakesTheSameArgumentsInEveryLanguage(String language) {
        var english = new Texts(Locale.ENGLISH).bundle();
        var other = new Texts(Locale.of(language)).bundle();
        for (var key : english.keySet()) {
            assertEquals(arguments(english.getString(key)), arguments(other.getString(key)), key);
        }
    }

    private static TreeSet<String> arguments(String text) {
        var arguments = new TreeSet<String>();
        Pattern.compile("\\{(\\d)").matcher(text).results().forEach(m -> arguments.add(m.group(1)));
        return arguments;
    }
}
