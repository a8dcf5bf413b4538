/// Tests.
@NullMarked
package dev.pharos.ui.document;

import org.jspecify.annotations.NullMarked;
