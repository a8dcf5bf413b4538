-- How far a source was read: where its reader was last, and how much of it that is.
CREATE TABLE reading (
    source INTEGER PRIMARY KEY REFERENCES source (key) ON DELETE CASCADE,
    start_offset INTEGER NOT NULL,
    fraction REAL NOT NULL,
    at INTEGER NOT NULL
);
