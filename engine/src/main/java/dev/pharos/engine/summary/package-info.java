/// Summaries without a language model: what a recording, a document or a pasted text says, in lines
/// that each lead back to where they stand. Values in, values out. Start at [Summarizer].
@NullMarked
package dev.pharos.engine.summary;

import org.jspecify.annotations.NullMarked;
