/// Tests of what everything is dressed in.
@NullMarked
package dev.pharos.ui.theme;

import org.jspecify.annotations.NullMarked;
