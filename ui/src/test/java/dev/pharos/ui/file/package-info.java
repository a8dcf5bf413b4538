/// Tests.
@NullMarked
package dev.pharos.ui.file;

import org.jspecify.annotations.NullMarked;
