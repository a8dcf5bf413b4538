/// Tests.
@NullMarked
package dev.pharos.ui.welcome;

import org.jspecify.annotations.NullMarked;
