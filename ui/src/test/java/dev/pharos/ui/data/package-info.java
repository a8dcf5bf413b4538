@NullMarked
package dev.pharos.ui.data;

import org.jspecify.annotations.NullMarked;
