/// The `ModelShelf` port: a catalogue in the program, folders on the disk, and downloads between
/// the two. Start reading at [LocalModelShelf].
@NullMarked
package dev.pharos.models.shelf;

import org.jspecify.annotations.NullMarked;
