package dev.pharos.engine.document;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.apache.tika.Tika;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/// Tells a file's format by its content; the name decides only between kinds of text. Any thread.
final class FormatDetector {

    private static final int HEAD = 1 << 16;
    private static final Pattern HTML =
            Pattern.compile(
                    "(?is)\\s*(<\\?xml[^>]*>\\s*)?(<!--.*?-->\\s*)*<(!doctype\\s+html|html|head|body)\\b.*");
    private static final Pattern HTML_TAGS =
            Pattern.compile("(?i)<(p|div|table|h[1-6]|ul|br|a\\s+href|span|title)\\b");

    private FormatDetector() {}

    /// @throws ProblemException where no reader fits, or the file cannot be read at all
    static Format of(Path file, Path name) throws ProblemException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        } catch (NoSuchFileException e) {
            throw new ProblemException(new Problem.FileMissing(name), e);
        } catch (AccessDeniedException e) {
            throw new ProblemException(new Problem.AccessDenied(name), e);
        } catch (IOException e) {
            throw new ProblemException(new Problem.DamagedFile(name), e);
        }
        if (head.length == 0) {
            throw new ProblemException(new Problem.EmptyFile(name));
        }
        return of(head, name);
    }

    private static Format of(byte[] head, Path name) throws ProblemException {
        var latin = new String(head, StandardCharsets.ISO_8859_1);
        var ending = ending(name);
        var text = TextDecoder.decode(head);
        if (isPdf(latin, ending, text == null)) {
            return Format.PDF;
        }
        if (text != null) {
            return textFormat(text, ending);
        }
        throw new ProblemException(
                new Problem.UnsupportedFormat(name, new Tika().detect(head, name.toString())));
    }

    private static boolean isPdf(String latin, String ending, boolean binary) {
        int at = latin.substring(0, Math.min(latin.length(), 1024)).indexOf("%PDF-");
        return at >= 0 && (latin.substring(0, at).isBlank() || binary || ending.equals("pdf"));
    }

    private static Format textFormat(String text, String ending) {
        if (HTML.matcher(text.substring(0, Math.min(text.length(), 4096))).matches()) {
            return Format.HTML;
        }
        return switch (ending) {
            case "htm", "html", "xhtml" ->
                    HTML_TAGS.matcher(text).find() ? Format.HTML : Format.TEXT;
            case "md", "markdown", "mdown", "mkd" -> Format.MARKDOWN;
            default -> Format.TEXT;
        };
    }

    private static String ending(Path name) {
        var file = name.toString();
        return file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
