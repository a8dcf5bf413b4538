/// How what is open has to do with other sources: suggestions to accept or dismiss, each with its
/// reason in words and the sentences that show it. Start reading at [RelationshipsViewModel].
@NullMarked
package dev.pharos.ui.relationship;

import org.jspecify.annotations.NullMarked;
