CREATE TABLE source (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    path TEXT NOT NULL UNIQUE,
    revision INTEGER NOT NULL,
    content_hash TEXT NOT NULL,
    size INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    language TEXT NOT NULL,
    authors TEXT NOT NULL,
    created INTEGER,
    modified INTEGER,
    imported INTEGER NOT NULL,
    passages INTEGER NOT NULL
);
CREATE INDEX source_content ON source (content_hash);

CREATE TABLE revision (
    source INTEGER NOT NULL REFERENCES source (key),
    number INTEGER NOT NULL,
    content_hash TEXT NOT NULL,
    size INTEGER NOT NULL,
    path TEXT NOT NULL,
    imported INTEGER NOT NULL,
    PRIMARY KEY (source, number)
) WITHOUT ROWID;

CREATE TABLE tag (
    source INTEGER NOT NULL REFERENCES source (key) ON DELETE CASCADE,
    name TEXT NOT NULL,
    PRIMARY KEY (source, name)
) WITHOUT ROWID;
CREATE INDEX tag_name ON tag (name COLLATE NOCASE);

CREATE TABLE content (
    source INTEGER PRIMARY KEY REFERENCES source (key) ON DELETE CASCADE,
    text TEXT NOT NULL,
    properties TEXT NOT NULL,
    complete INTEGER NOT NULL
);

CREATE TABLE block (
    source INTEGER NOT NULL REFERENCES source (key) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    level INTEGER NOT NULL,
    page INTEGER,
    start_offset INTEGER NOT NULL,
    end_offset INTEGER NOT NULL,
    PRIMARY KEY (source, ordinal)
) WITHOUT ROWID;

CREATE TABLE link (
    source INTEGER NOT NULL REFERENCES source (key) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    target TEXT NOT NULL,
    start_offset INTEGER NOT NULL,
    end_offset INTEGER NOT NULL,
    PRIMARY KEY (source, ordinal)
) WITHOUT ROWID;

CREATE TABLE attachment (
    source INTEGER NOT NULL REFERENCES source (key) ON DELETE CASCADE,
    target TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    PRIMARY KEY (source, target)
) WITHOUT ROWID;

CREATE TABLE passage (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source INTEGER NOT NULL REFERENCES source (key) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    text TEXT NOT NULL,
    language TEXT NOT NULL,
    page INTEGER,
    heading TEXT,
    paragraph INTEGER,
    start_ms INTEGER,
    end_ms INTEGER,
    start_offset INTEGER NOT NULL,
    end_offset INTEGER NOT NULL
);
CREATE INDEX passage_source ON passage (source, ordinal);

CREATE TABLE vector (
    model TEXT NOT NULL,
    passage INTEGER NOT NULL REFERENCES passage (id) ON DELETE CASCADE,
    data BLOB NOT NULL,
    PRIMARY KEY (model, passage)
);
CREATE INDEX vector_passage ON vector (passage);
