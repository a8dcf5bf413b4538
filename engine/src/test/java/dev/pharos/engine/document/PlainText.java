package dev.pharos.engine.document;

import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// An [Extractor] for tests of other things: UTF-8, a blank line ends a paragraph, `# ` begins a
/// heading, a form feed a page, `![[x]]` is an attachment, `BROKEN` is damage, and `PICTURE` and
/// `SOUND` are no text.
public final class PlainText implements Extractor {
    private static final Pattern BLOCK = Pattern.compile("[^\\n\\f]+(?:\\n[^\\n\\f]+)*");
    private static final Pattern EMBED = Pattern.compile("!\\[(?:\\[([^]]+)]|x]\\(([^)]+)\\))]?");

    @Override
    public Document extract(Path file, Path name) throws ProblemException {
        String text = read(file);
        if (text.startsWith("BROKEN")) {
            throw new ProblemException(new Problem.DamagedFile(name));
        }
        if (text.startsWith("PICTURE")) {
            throw new ProblemException(new Problem.UnsupportedFormat(name, "image/png"));
        }
        if (text.startsWith("SOUND")) {
            throw new ProblemException(new Problem.UnsupportedFormat(name, "audio/x-script"));
        }
        return document(name.getFileName().toString().replaceFirst("\\.[^.]*$", ""), text);
    }

    /// A note of this text.
    public static Document document(String title, String text) {
        var blocks = new ArrayList<Block>();
        var found = BLOCK.matcher(text);
        while (found.find()) {
            boolean heading = found.group().startsWith("# ");
            int page =
                    1
                            + (int)
                                    text.substring(0, found.start())
                                            .chars()
                                            .filter(c -> c == '\f')
                                            .count();
            blocks.add(
                    new Block(
                            heading ? Block.Kind.HEADING : Block.Kind.PARAGRAPH,
                            heading ? 1 : 0,
                            text.indexOf('\f') < 0 ? null : page,
                            found.start() + (heading ? 2 : 0),
                            found.end()));
        }
        var links = new ArrayList<Link>();
        var embeds = EMBED.matcher(text);
        while (embeds.find()) {
            int group = embeds.group(1) == null ? 2 : 1;
            links.add(
                    new Link(
                            Link.Kind.ATTACHMENT,
                            embeds.group(group),
                            embeds.start(group),
                            embeds.end(group)));
        }
        String language = text.codePoints().anyMatch(c -> c >= 'а' && c <= 'я') ? "ru" : "en";
        return new Document(
                "text/plain",
                SourceKind.NOTE,
                title,
                List.of(),
                null,
                null,
                language,
                text,
                blocks,
                links,
                Set.of(),
                Map.of(),
                true);
    }

    private static String read(Path file) throws ProblemException {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new ProblemException(new Problem.FileMissing(file), e);
        }
    }

    @Override
    public void close() {}
}
