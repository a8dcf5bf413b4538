/// What has to do with what in a library, and in which way: one note continues, resembles,
/// supports, contradicts or mentions another. Found as suggestions, decided by the owner, never
/// written into a text. Start at [dev.pharos.engine.relationship.Relationships].
@NullMarked
package dev.pharos.engine.relationship;

import org.jspecify.annotations.NullMarked;
