/// Tests.
@NullMarked
package dev.pharos.ui.library;

import org.jspecify.annotations.NullMarked;
