/// Tests.
@NullMarked
package dev.pharos.ui.making;

import org.jspecify.annotations.NullMarked;
