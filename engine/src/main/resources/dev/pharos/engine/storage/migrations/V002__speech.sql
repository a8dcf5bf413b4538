CREATE TABLE job (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    title TEXT NOT NULL,
    options TEXT NOT NULL,
    state TEXT NOT NULL,
    stage TEXT,
    done INTEGER NOT NULL,
    total INTEGER NOT NULL,
    speed REAL NOT NULL,
    device TEXT,
    problem TEXT,
    created INTEGER NOT NULL,
    started INTEGER,
    ended INTEGER
);
CREATE INDEX job_position ON job (position);

CREATE TABLE transcript (
    source INTEGER NOT NULL REFERENCES source (key) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    content_hash TEXT NOT NULL,
    origin TEXT NOT NULL,
    made INTEGER NOT NULL,
    language TEXT NOT NULL,
    duration_ms INTEGER NOT NULL,
    model TEXT NOT NULL,
    device TEXT NOT NULL,
    complete INTEGER NOT NULL,
    PRIMARY KEY (source, number)
) WITHOUT ROWID;

CREATE TABLE segment (
    source INTEGER NOT NULL,
    number INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    start_ms INTEGER NOT NULL,
    end_ms INTEGER NOT NULL,
    speaker TEXT,
    text TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (source, number, ordinal),
    FOREIGN KEY (source, number) REFERENCES transcript (source, number) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE checkpoint (
    key TEXT NOT NULL,
    window INTEGER NOT NULL,
    recognised TEXT NOT NULL,
    PRIMARY KEY (key, window)
) WITHOUT ROWID;

CREATE TABLE waveform (
    content_hash TEXT PRIMARY KEY,
    per_second INTEGER NOT NULL,
    peaks BLOB NOT NULL
);

CREATE TABLE marker (
    source INTEGER NOT NULL REFERENCES source (key) ON DELETE CASCADE,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (source, at_ms)
) WITHOUT ROWID;
