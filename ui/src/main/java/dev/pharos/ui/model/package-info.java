/// Models and what they run on: which can be had, which are here, what they do on this machine.
/// Start reading at [ModelsViewModel].
@NullMarked
package dev.pharos.ui.model;

import org.jspecify.annotations.NullMarked;
