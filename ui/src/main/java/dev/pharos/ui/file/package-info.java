/// Letting the user pick files. Start reading at [FileChoice].
@NullMarked
package dev.pharos.ui.file;

import org.jspecify.annotations.NullMarked;
