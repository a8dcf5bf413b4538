/// The models that a person can have on this machine, and what the machine can do for them. Start
/// at [ModelShelf].
@NullMarked
package dev.pharos.engine.model;

import org.jspecify.annotations.NullMarked;
