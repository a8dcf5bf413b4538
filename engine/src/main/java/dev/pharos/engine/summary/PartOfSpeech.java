package dev.pharos.engine.summary;

/// What kind of word a word is in its sentence, as far as a summary has to know.
enum PartOfSpeech {
    NOUN,
    NAME,
    ADJECTIVE,
    VERB,
    /// Articles, prepositions and conjunctions: no sentence ends with one.
    LINK,
    OTHER;

    boolean noun() {
        return this == NOUN || this == NAME;
    }

    boolean describes() {
        return noun() || this == ADJECTIVE;
    }
}
