@NullMarked
package dev.pharos.ui.related;

import org.jspecify.annotations.NullMarked;
