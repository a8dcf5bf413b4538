/// The program: entry point and wiring. Start reading at `Main`.
@NullMarked
package dev.pharos.app;

import org.jspecify.annotations.NullMarked;
