/// What readers mark in sources: passages in colours, with a note of their own. Start with
/// [dev.pharos.engine.annotation.Highlights].
@NullMarked
package dev.pharos.engine.annotation;

import org.jspecify.annotations.NullMarked;
