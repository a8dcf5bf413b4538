/// Tests.
@NullMarked
package dev.pharos.ui.annotation;

import org.jspecify.annotations.NullMarked;
