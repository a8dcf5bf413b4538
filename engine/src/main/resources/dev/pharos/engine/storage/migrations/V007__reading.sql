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

-- What readers have marked. The quote and what stands around it find the words again in another
-- text; the offsets are equal where they are not there.
CREATE TABLE highlight (
    id TEXT PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES source (key) ON DELETE CASCADE,
    quote TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    colour TEXT NOT NULL,
    note TEXT NOT NULL,
    made INTEGER NOT NULL,
    page INTEGER,
    heading TEXT,
    paragraph INTEGER,
    start_ms INTEGER,
    end_ms INTEGER,
    start_offset INTEGER NOT NULL,
    end_offset INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX highlight_source ON highlight (source);

-- A passage that is a highlight, and no piece of the source's own text.
ALTER TABLE passage ADD COLUMN highlight TEXT REFERENCES highlight (id) ON DELETE CASCADE;
CREATE INDEX passage_highlight ON passage (highlight) WHERE highlight IS NOT NULL;
