package dev.pharos.engine.document;

class DirectExtractorTest extends ExtractorContract {

    @Override
    Extractor extractor() {
        return new DirectExtractor();
    }
}
