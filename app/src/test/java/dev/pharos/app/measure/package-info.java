/// The measuring program behind `./measure`: what the foundation promises, as figures. Start
/// reading at [dev.pharos.app.measure.Measure]. Programs to be run by hand, no tests.
@NullMarked
package dev.pharos.app.measure;

import org.jspecify.annotations.NullMarked;
