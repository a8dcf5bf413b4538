/// The `Web` port filled by HTTP: search services by the formats that they speak, and pages, read
/// so that no address on them reaches into a private network. Start reading at [HttpWeb].
@NullMarked
package dev.pharos.models.research;

import org.jspecify.annotations.NullMarked;
