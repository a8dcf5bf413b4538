/// Tests.
@NullMarked
package dev.pharos.ui.search;

import org.jspecify.annotations.NullMarked;
