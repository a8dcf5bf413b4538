package dev.pharos.engine.document;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells a file's format by its content; the name decides only between kinds of text. Any thread.
final class FormatDetector {

    private static final int HEAD = 1 << 16;

    /// Every container of sound has a length or a version of several bytes near its start.
    private static final int CONTAINER_HEADER = 64;

    private static final String PDF = "%PDF-";
    private static final String RTF = "{\\rtf";
    private static final String AMR = "#!AMR";

    /// Its lines name what would be played; it says nothing itself.
    private static final String PLAYLIST = "#EXTM3U";

    private static final String COMPOUND = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";
    private static final Pattern HTML =
            Pattern.compile(
                    "(?is)\\s*+(?><\\?xml[^>]*>)?\\s*+(?:(?><!--.*?-->)\\s*+)*+"
                            + "<(!doctype\\s+html|html|head|body)\\b.*");
    private static final Pattern HTML_TAGS =
            Pattern.compile("(?i)<(p|div|table|h[1-6]|ul|br|a\\s+href|span|title)\\b");

    private static final Pattern MEDIA_START =
            Pattern.compile("(?s)RIFF.{4}(WAVE|AVI |WEBP)|OggS|fLaC|.{4}ftyp|\\x89PNG|GIF8");

    /// So much of a file's start tells what it is, and has signs there that nobody writes.
    private static final int START = 32;

    private static final Pattern UNWRITTEN = Pattern.compile("[\\x00-\\x08\\x0E-\\x1F]");

    private static final Set<String> MEDIA_ENDINGS =
            Set.of(
                    "wav", "mp3", "m4a", "m4b", "aac", "flac", "ogg", "oga", "opus", "wma", "aif",
                    "aiff", "mp4", "m4v", "mov", "mkv", "webm", "avi", "wmv", "mpg", "mpeg", "png",
                    "jpg", "jpeg", "gif", "bmp", "webp", "tif", "tiff", "heic");

    private static final Pattern MAIL_START =
            Pattern.compile(
                    "(?i)(return-path|received|message-id|mime-version|delivered-to|from|date):? .*");
    private static final Pattern MAIL_FIELD =
            Pattern.compile("(?im)^(from|to|date|message-id|received|mime-version|subject): .*");

    private FormatDetector() {}

    /// @throws ProblemException where no reader fits, or the file cannot be read at all
    static Format of(Path file, Path name) throws ProblemException {
        return of(head(file, name), file, name);
    }

    /// The format of a file that is plain text and short enough to be read in any process. Opens no
    /// container.
    static Optional<Format> plain(Path file, Path name) throws ProblemException {
        var head = head(file, name);
        var latin = new String(head, StandardCharsets.ISO_8859_1);
        if (binary(latin) || isSound(latin, head) || latin.startsWith(AMR)) {
            return Optional.empty();
        }
        var text = TextDecoder.decode(head);
        boolean other = latin.startsWith(PLAYLIST) || isPdf(latin, ending(name), false);
        if (text == null || other || media(latin, ending(name))) {
            return Optional.empty();
        }
        return Optional.of(textFormat(text, ending(name)))
                .filter(format -> format.plainUpTo() >= file.toFile().length());
    }

    private static byte[] head(Path file, Path name) throws ProblemException {
        try (var in = Files.newInputStream(file)) {
            var head = in.readNBytes(HEAD);
            if (head.length == 0) {
                throw new ProblemException(new Problem.EmptyFile(name));
            }
            return head;
        } catch (NoSuchFileException e) {
            throw new ProblemException(new Problem.FileMissing(name), e);
        } catch (AccessDeniedException e) {
            throw new ProblemException(new Problem.AccessDenied(name), e);
        } catch (IOException e) {
            throw new ProblemException(new Problem.DamagedFile(name), e);
        }
    }

    private static boolean binary(String latin) {
        return latin.startsWith(PDF)
                || latin.startsWith(RTF)
                || latin.startsWith("PK\3\4")
                || latin.startsWith(COMPOUND);
    }

    private static Format of(byte[] head, Path file, Path name) throws ProblemException {
        var latin = new String(head, StandardCharsets.ISO_8859_1);
        var ending = ending(name);
        if (latin.startsWith(PDF)) {
            return Format.PDF;
        }
        if (latin.startsWith(RTF)) {
            return Format.RTF;
        }
        if (latin.startsWith("PK\3\4") || latin.startsWith("PK\5\6")) {
            return Containers.zip(file, name, ending);
        }
        if (latin.startsWith(COMPOUND)) {
            return Containers.compound(file, name);
        }
        if (isSound(latin, head) || latin.startsWith(AMR) || latin.startsWith(PLAYLIST)) {
            throw new ProblemException(
                    new Problem.UnsupportedFormat(name, MediaTypes.of(head, name)));
        }
        var text = TextDecoder.decode(head);
        if (isPdf(latin, ending, text == null)) {
            return Format.PDF;
        }
        var type = MediaTypes.of(head, name);
        if (text != null && media(latin, ending)) {
            throw new ProblemException(
                    type.matches("(audio|video|image)/.*")
                            ? new Problem.UnsupportedFormat(name, type)
                            : new Problem.DamagedFile(name));
        }
        if (text != null) {
            return textFormat(text, ending);
        }
        throw new ProblemException(
                ending.equals("pdf") && !type.matches("(audio|video|image)/.*")
                        ? new Problem.DamagedFile(name)
                        : new Problem.UnsupportedFormat(name, type));
    }

    /// Samples of 8 bits, quiet ones most of all, are characters of UTF-16 too. No text has a zero
    /// byte in what is a container's header.
    private static boolean isSound(String latin, byte[] head) {
        int zero = latin.indexOf(0);
        if (zero < 0 || zero >= CONTAINER_HEADER) {
            return false;
        }
        var type = MediaTypes.of(head, Path.of(""));
        return type.startsWith("audio/") || type.startsWith("video/");
    }

    /// What is called sound or a picture, or begins so, is none that is whole if it reads as text.
    private static boolean media(String latin, String ending) {
        var start = latin.substring(0, Math.min(latin.length(), START));
        return MEDIA_ENDINGS.contains(ending)
                || MEDIA_START.matcher(start).lookingAt() && UNWRITTEN.matcher(start).find();
    }

    private static boolean isPdf(String latin, String ending, boolean binary) {
        int at = latin.substring(0, Math.min(latin.length(), 1024)).indexOf(PDF);
        return at >= 0 && (latin.substring(0, at).isBlank() || binary || ending.equals("pdf"));
    }

    private static Format textFormat(String text, String ending) {
        if (HTML.matcher(text.substring(0, Math.min(text.length(), 4096))).matches()) {
            return Format.HTML;
        }
        if (isMail(text, ending)) {
            return Format.MAIL;
        }
        return switch (ending) {
            case "htm", "html", "xhtml" ->
                    HTML_TAGS.matcher(text).find() ? Format.HTML : Format.TEXT;
            case "md", "markdown", "mdown", "mkd" -> Format.MARKDOWN;
            default -> Format.TEXT;
        };
    }

    /// Header lines only a mail has, from the first line on.
    private static boolean isMail(String text, String ending) {
        var header = text.substring(0, Math.max(0, text.indexOf("\n\n")));
        return (ending.equals("eml") || MAIL_START.matcher(header).lookingAt())
                && MAIL_FIELD.matcher(header).results().limit(2).count() == 2;
    }

    private static String ending(Path name) {
        var file = name.toString();
        return file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
