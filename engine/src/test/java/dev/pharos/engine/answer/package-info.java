@NullMarked
package dev.pharos.engine.answer;

import org.jspecify.annotations.NullMarked;
