-- Versions of notes that are written here: when the sitting began in which one was saved (null
-- where it came from a file), and whether a later save of the same sitting has taken its place.
ALTER TABLE revision ADD COLUMN began INTEGER;
ALTER TABLE revision ADD COLUMN replaced INTEGER NOT NULL DEFAULT 0;

-- Where a note came from that was edited here since, and the content that it had then.
CREATE TABLE origin (
    source INTEGER PRIMARY KEY REFERENCES source (key) ON DELETE CASCADE,
    path TEXT NOT NULL UNIQUE,
    content_hash TEXT NOT NULL
);

-- Notes and their files in mirrored folders, as they last were the same. A note may be gone since.
CREATE TABLE mirror (
    folder TEXT NOT NULL,
    note TEXT NOT NULL,
    path TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    PRIMARY KEY (folder, note)
) WITHOUT ROWID;

-- What was thrown away; its path is free for others meanwhile.
CREATE TABLE trash (
    source INTEGER PRIMARY KEY REFERENCES source (key) ON DELETE CASCADE,
    trashed INTEGER NOT NULL,
    path TEXT NOT NULL
);
CREATE VIEW present AS SELECT * FROM source WHERE NOT EXISTS (SELECT 1 FROM trash WHERE trash.source = source.key);

-- Originals that may be needed by nothing any more.
CREATE TABLE unused (content_hash TEXT PRIMARY KEY) WITHOUT ROWID;

-- What sources are called in links: keys as links have them, and the name to show where it is one.
CREATE TABLE name (
    source INTEGER NOT NULL REFERENCES source (key) ON DELETE CASCADE,
    key TEXT NOT NULL,
    name TEXT,
    PRIMARY KEY (source, key)
) WITHOUT ROWID;
CREATE INDEX name_key ON name (key);
INSERT OR IGNORE INTO name SELECT s.key, j.value ->> 0, j.value ->> 1
    FROM source s JOIN content c ON c.source = s.key, json_each(pharos_names(s.path, s.title, c.properties)) j;

ALTER TABLE link ADD COLUMN name TEXT;
UPDATE link SET name = pharos_link_name(target) WHERE kind <> 'WEB';
CREATE INDEX link_name ON link (name) WHERE name IS NOT NULL;
