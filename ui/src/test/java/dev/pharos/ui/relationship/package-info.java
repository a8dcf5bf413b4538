/// Tests.
@NullMarked
package dev.pharos.ui.relationship;

import org.jspecify.annotations.NullMarked;
