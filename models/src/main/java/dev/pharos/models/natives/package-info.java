/// What the adapters of native runtimes share: a lasting place for their files.
@NullMarked
package dev.pharos.models.natives;

import org.jspecify.annotations.NullMarked;
