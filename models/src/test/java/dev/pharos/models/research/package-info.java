@NullMarked
package dev.pharos.models.research;

import org.jspecify.annotations.NullMarked;
