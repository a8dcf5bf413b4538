@NullMarked
package dev.pharos.models.trial;

import org.jspecify.annotations.NullMarked;
