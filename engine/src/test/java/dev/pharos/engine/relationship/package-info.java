/// How sources have to do with each other: pairs of notes that people can judge.
@NullMarked
package dev.pharos.engine.relationship;

import org.jspecify.annotations.NullMarked;
