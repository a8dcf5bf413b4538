/// Results while typing. Start reading at [SearchViewModel].
@NullMarked
package dev.pharos.ui.search;

import org.jspecify.annotations.NullMarked;
