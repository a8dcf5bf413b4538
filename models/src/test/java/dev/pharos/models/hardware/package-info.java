@NullMarked
package dev.pharos.models.hardware;

import org.jspecify.annotations.NullMarked;
