package dev.pharos.ui.note;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.Problem;

/// What could not be kept of a note that is no longer open.
public record Unsaved(SourceId note, String title, Problem why) {}
