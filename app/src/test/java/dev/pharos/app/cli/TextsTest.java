package dev.pharos.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.app.Folders;
import dev.pharos.app.Wiring;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Problem;

import org.junit.jupiter.api.Test;

import picocli.CommandLine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Every word that the command line shows is in its bundle, and every word of the bundle is shown.
final class TextsTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/pharos/app/cli");
    private static final Pattern KEY =
            Pattern.compile("\"([a-z][A-Za-z]*\\.[A-Za-z]+(?:\\.[A-Za-z]+)?)\"");

    /// Read by the library that parses the command line.
    private static final Pattern OF_PARSER =
            Pattern.compile(
                    "usage\\.[a-zA-Z]+Heading|usage\\.header|pharos\\..*|library|json|help|version");

    @Test
    void everyKeyOfTheBundleIsUsed() throws IOException {
        var unused = new HashSet<>(bundle().keySet());
        unused.removeIf(key -> OF_PARSER.matcher(key).matches());
        unused.removeAll(quoted());
        assertEquals(Set.of(), unused);
    }

    @Test
    void everyKeyInTheCodeIsInTheBundle() throws IOException {
        var known = bundle().keySet();
        var prefixes =
                known.stream().map(key -> key.replaceAll("\\..*", "")).collect(Collectors.toSet());
        var missing =
                quoted().stream()
                        .filter(key -> prefixes.contains(key.replaceAll("\\..*", "")))
                        .filter(key -> !known.contains(key))
                        .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void everyPatternIsWellFormed() {
        for (var key : bundle().keySet()) {
            if (!OF_PARSER.matcher(key).matches()) {
                new MessageFormat(bundle().getString(key), Texts.LOCALE);
            }
        }
    }

    @Test
    void everyCommandAndOptionIsExplained() {
        var silent = new ArrayList<String>();
        unexplained(commandLine(), silent);
        assertEquals(List.of(), silent);
    }

    private static void unexplained(CommandLine command, List<String> silent) {
        var spec = command.getCommandSpec();
        if (spec.usageMessage().header().length == 0) {
            silent.add(spec.qualifiedName());
        }
        spec.args().stream()
                .filter(argument -> argument.description().length == 0)
                .forEach(
                        argument -> silent.add(spec.qualifiedName() + " " + argument.paramLabel()));
        command.getSubcommands().values().forEach(each -> unexplained(each, silent));
    }

    private static CommandLine commandLine() {
        var nowhere = new PrintStream(new ByteArrayOutputStream(), true);
        return new Commands(
                        new Session(new Wiring(Folders.ofThisMachine()), nowhere, nowhere, false))
                .commandLine();
    }

    /// What the code names, and the words of every problem.
    private static Set<String> quoted() throws IOException {
        var keys = Problem.kinds().map(Problem::key).collect(Collectors.toCollection(HashSet::new));
        Arrays.stream(Detail.Kind.values()).map(Detail.Kind::key).forEach(keys::add);
        try (var files = Files.list(SOURCES)) {
            for (var file : files.toList()) {
                KEY.matcher(Files.readString(file))
                        .results()
                        .forEach(found -> keys.add(found.group(1)));
            }
        }
        return keys;
    }

    private static ResourceBundle bundle() {
        return ResourceBundle.getBundle(Texts.BUNDLE, Texts.LOCALE);
    }
}
