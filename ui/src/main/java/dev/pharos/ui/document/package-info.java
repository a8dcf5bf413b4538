/// The reading pane: a source opened at the words that were found or cited. Start reading at
/// [ReaderViewModel].
@NullMarked
package dev.pharos.ui.document;

import org.jspecify.annotations.NullMarked;
