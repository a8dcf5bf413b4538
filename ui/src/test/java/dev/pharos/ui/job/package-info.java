/// Tests.
@NullMarked
package dev.pharos.ui.job;

import org.jspecify.annotations.NullMarked;
