/// The settings of research: which service is asked about what notes speak of, and what may leave
/// this machine for that. Start reading at [ResearchViewModel].
@NullMarked
package dev.pharos.ui.research;

import org.jspecify.annotations.NullMarked;
