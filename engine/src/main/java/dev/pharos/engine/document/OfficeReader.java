package dev.pharos.engine.document;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.DublinCore;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.Office;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Supplier;

/// Office formats by Apache Tika's parsers (POI below them): the XHTML that they tell becomes
/// blocks; slides and sheets become page numbers. Embedded files and pictures are left out, macros
/// and links are never followed.
record OfficeReader(Supplier<Parser> parser) implements DocumentReader {

    @Override
    public void read(Path file, Path name, Draft draft) throws IOException, ProblemException {
        var facts = new Metadata();
        var handler = new OfficeHandler(draft);
        try (var in = TikaInputStream.get(file)) {
            parser.get().parse(in, handler, facts, context());
        } catch (TikaException | SAXException | RuntimeException e) {
            problem(e, name, handler);
        } finally {
            handler.finish();
            facts(facts, draft);
        }
    }

    private static ParseContext context() {
        var config = new OfficeParserConfig();
        config.setUseSAXDocxExtractor(true);
        config.setUseSAXPptxExtractor(false);
        config.setExtractMacros(false);
        config.setIncludeSlideMasterContent(false);
        config.setIncludeDeletedContent(false);
        config.setIncludeMoveFromContent(false);
        var context = new ParseContext();
        context.set(OfficeParserConfig.class, config);
        context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
        return context;
    }

    /// What an error of the parser means, looking at its causes too.
    private static void problem(Exception error, Path name, OfficeHandler handler)
            throws IOException, ProblemException {
        if (handler.stopped()) {
            throw new ProblemException(new Problem.ExpandsTooFar(name), error);
        }
        for (Throwable e = error; e != null; e = e.getCause()) {
            var message = String.valueOf(e.getMessage());
            if (e instanceof org.apache.tika.exception.EncryptedDocumentException
                    || e instanceof org.apache.poi.EncryptedDocumentException) {
                throw new ProblemException(new Problem.PasswordProtected(name), error);
            }
            if (message.contains("Zip bomb")
                    || message.contains("JAXP0001")
                    || message.contains("entity expansions")) {
                throw new ProblemException(new Problem.ExpandsTooFar(name), error);
            }
        }
        throw new IOException(error);
    }

    private static void facts(Metadata facts, Draft draft) {
        draft.title(facts.get(TikaCoreProperties.TITLE));
        for (var author : facts.getValues(TikaCoreProperties.CREATOR)) {
            draft.author(author);
        }
        draft.created(Dates.of(facts.getDate(TikaCoreProperties.CREATED)));
        draft.modified(Dates.of(facts.getDate(TikaCoreProperties.MODIFIED)));
        draft.property("subject", facts.get(DublinCore.SUBJECT));
        draft.property("description", facts.get(TikaCoreProperties.DESCRIPTION));
        draft.property("keywords", facts.get(Office.KEYWORDS));
        draft.property("publisher", facts.get(TikaCoreProperties.PUBLISHER));
    }

    /// Leaves pictures, attachments and objects inside the document alone.
    private static final class NothingEmbedded implements EmbeddedDocumentExtractor {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(
                InputStream stream,
                ContentHandler handler,
                Metadata metadata,
                boolean outputHtml) {}
    }
}
