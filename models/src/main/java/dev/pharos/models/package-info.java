/// The models that fill the engine's ports.
@NullMarked
package dev.pharos.models;

import org.jspecify.annotations.NullMarked;
