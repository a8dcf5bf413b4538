/// The shelf and its downloads, against servers on loopback that behave as servers do.
@NullMarked
package dev.pharos.models.shelf;

import org.jspecify.annotations.NullMarked;
