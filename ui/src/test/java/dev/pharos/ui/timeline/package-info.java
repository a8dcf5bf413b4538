@NullMarked
package dev.pharos.ui.timeline;

import org.jspecify.annotations.NullMarked;
