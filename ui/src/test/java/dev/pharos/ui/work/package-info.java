/// Tests.
@NullMarked
package dev.pharos.ui.work;

import org.jspecify.annotations.NullMarked;
