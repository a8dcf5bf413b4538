/// Tests.
@NullMarked
package dev.pharos.ui;

import org.jspecify.annotations.NullMarked;
