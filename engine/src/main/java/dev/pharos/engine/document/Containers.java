package dev.pharos.engine.document;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/// Tells formats apart that share a container: ZIP archives and Microsoft's compound files.
final class Containers {

    private static final Set<String> OFFICE_ENDINGS =
            Set.of(
                    "docx", "docm", "dotx", "pptx", "pptm", "ppsx", "xlsx", "xlsm", "odt", "odp",
                    "ods", "epub");

    private Containers() {}

    static Format zip(Path file, Path name, String ending) throws ProblemException {
        try (var parts = new ZipParts(file, name)) {
            var stated = parts.has("mimetype") ? parts.read("mimetype") : null;
            if (stated != null) {
                var type = new String(stated, StandardCharsets.US_ASCII).strip();
                for (var format : Format.values()) {
                    if (type.equals(format.mediaType())) {
                        parts.refuseBombs();
                        return format;
                    }
                }
            }
            var office = office(parts);
            if (office != null) {
                parts.refuseBombs();
                return office;
            }
        } catch (IOException e) {
            if (OFFICE_ENDINGS.contains(ending)) {
                throw new ProblemException(new Problem.DamagedFile(name), e);
            }
        }
        throw new ProblemException(new Problem.UnsupportedFormat(name, "application/zip"));
    }

    private static @Nullable Format office(ZipParts parts) {
        if (parts.has("META-INF/container.xml")) {
            return Format.EPUB;
        }
        if (!parts.has("[Content_Types].xml")) {
            return null;
        }
        for (var part : parts.names()) {
            if (part.startsWith("word/")) {
                return Format.DOCX;
            }
            if (part.startsWith("ppt/")) {
                return Format.PPTX;
            }
            if (part.startsWith("xl/")) {
                return Format.XLSX;
            }
        }
        return null;
    }

    static Format compound(Path file, Path name) throws ProblemException {
        try (var files = new POIFSFileSystem(file.toFile(), true)) {
            var root = files.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new ProblemException(new Problem.PasswordProtected(name));
            }
            if (root.hasEntryCaseInsensitive("WordDocument")) {
                return Format.DOC;
            }
            if (root.hasEntryCaseInsensitive("PowerPoint Document")) {
                return Format.PPT;
            }
            if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
                return Format.XLS;
            }
        } catch (IOException | RuntimeException e) {
            throw new ProblemException(new Problem.DamagedFile(name), e);
        }
        throw new ProblemException(
                new Problem.UnsupportedFormat(name, "application/x-tika-msoffice"));
    }
}
