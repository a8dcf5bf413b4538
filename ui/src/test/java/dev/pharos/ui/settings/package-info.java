/// Tests.
@NullMarked
package dev.pharos.ui.settings;

import org.jspecify.annotations.NullMarked;
