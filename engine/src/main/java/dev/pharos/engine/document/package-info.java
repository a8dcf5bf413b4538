/// From bytes to text with positions: one reader a format. Start reading at [Document]; the road is
/// [Extractor] → `FormatDetector` → `Format` → its `DocumentReader` → `Draft`. [IsolatedExtractor]
/// lets the same road run in a child process, [PdfPages] draws pages for the reading pane.
@NullMarked
package dev.pharos.engine.document;

import org.jspecify.annotations.NullMarked;
