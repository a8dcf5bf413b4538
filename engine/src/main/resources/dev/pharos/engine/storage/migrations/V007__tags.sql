-- What its owner has decided about the tags of a source, beside what its file says: given, or taken
-- away. A new revision of the file does not change that.
CREATE TABLE tag_choice (
    source INTEGER NOT NULL REFERENCES source (key) ON DELETE CASCADE,
    name TEXT NOT NULL,
    given INTEGER NOT NULL,
    PRIMARY KEY (source, name)
) WITHOUT ROWID;

-- Colours of tags, by their names in lower case.
CREATE TABLE tag_colour (
    tag TEXT PRIMARY KEY,
    colour TEXT NOT NULL
) WITHOUT ROWID;

-- Collections of sources: what a search finds now, or, where there is no query, what was picked.
CREATE TABLE collection (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    query TEXT,
    icon TEXT,
    colour TEXT
) WITHOUT ROWID;
CREATE TABLE picked (
    collection TEXT NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    source INTEGER NOT NULL REFERENCES source (key) ON DELETE CASCADE,
    PRIMARY KEY (collection, source)
) WITHOUT ROWID;
CREATE INDEX picked_source ON picked (source);
