/// Tests.
@NullMarked
package dev.pharos.ui.batch;

import org.jspecify.annotations.NullMarked;
