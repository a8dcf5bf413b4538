/// All that was marked in the sources of the library, on one page.
@NullMarked
package dev.pharos.ui.annotation;

import org.jspecify.annotations.NullMarked;
