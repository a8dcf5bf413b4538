/// Tests.
@NullMarked
package dev.pharos.ui.control;

import org.jspecify.annotations.NullMarked;
