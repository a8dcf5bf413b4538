package dev.pharos.models.embedding;

/// How a sentence model has learned to be used.
///
/// @param queryPrefix what it expects in front of a question
/// @param passagePrefix what it expects in front of a text that is searched
record Reading(Pooling pooling, String queryPrefix, String passagePrefix) {
    static final Reading PLAIN = new Reading(Pooling.MEAN, "", "");
}
