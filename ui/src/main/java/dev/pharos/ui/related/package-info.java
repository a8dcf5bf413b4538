/// What has to do with what is open, and why: a list beside notes and sources. Start reading at
/// [RelatedViewModel].
@NullMarked
package dev.pharos.ui.related;

import org.jspecify.annotations.NullMarked;
