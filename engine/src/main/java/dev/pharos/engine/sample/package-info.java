/// A small library to try everything on. Start at [SampleLibrary].
@NullMarked
package dev.pharos.engine.sample;

import org.jspecify.annotations.NullMarked;
