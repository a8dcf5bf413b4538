@NullMarked
package dev.pharos.models.audio;

import org.jspecify.annotations.NullMarked;
