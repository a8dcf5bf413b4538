/// Exports of other programs for notes, made into Markdown notes with their attachments: Joplin,
/// Evernote, Notion, Logseq, TextBundle, Tomboy, tables of notes. Start with
/// [dev.pharos.engine.vault.VaultUnpacker]; each program has one class that implements
/// [dev.pharos.engine.vault.VaultFormat].
@NullMarked
package dev.pharos.engine.vault;

import org.jspecify.annotations.NullMarked;
