/// Tests.
@NullMarked
package dev.pharos.ui.model;

import org.jspecify.annotations.NullMarked;
