-- Notes that were made from sources. `markdown` is the text as it was made, from which the next
-- making and the owner's edits are merged; `settings` and `summary` are read as a whole. `source`
-- may be gone.
CREATE TABLE made (
    note INTEGER PRIMARY KEY REFERENCES source (key) ON DELETE CASCADE,
    source TEXT NOT NULL,
    settings TEXT NOT NULL,
    markdown TEXT NOT NULL,
    summary TEXT NOT NULL,
    made INTEGER NOT NULL
);
CREATE INDEX made_source ON made (source);
