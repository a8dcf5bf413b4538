/// Notes that Pharos makes from recordings and documents: what a
/// [dev.pharos.engine.summary.Summary] says, in the form of a lecture's, a meeting's or one's own
/// notes, each line with a link to where it was said. Start with
/// [dev.pharos.engine.making.NoteMaking].
@NullMarked
package dev.pharos.engine.making;

import org.jspecify.annotations.NullMarked;
