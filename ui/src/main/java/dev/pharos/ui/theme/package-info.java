/// Light, dark, or as the system. Start reading at [Themes].
@NullMarked
package dev.pharos.ui.theme;

import org.jspecify.annotations.NullMarked;
