@NullMarked
package dev.pharos.ui.graph;

import org.jspecify.annotations.NullMarked;
