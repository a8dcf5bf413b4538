/// The list of sources and the import. Start reading at [LibraryViewModel] and [ImportViewModel].
@NullMarked
package dev.pharos.ui.library;

import org.jspecify.annotations.NullMarked;
