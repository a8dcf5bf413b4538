/// Makes the demo's sample documents, and checks what they promise. Start at [SampleWriter].
@NullMarked
package dev.pharos.app.demo;

import org.jspecify.annotations.NullMarked;
