-- How sources have to do with each other: suggestions, and what their owner has decided on. `reason`
-- is read as a whole. The texts are sketches of what both said when one was dismissed.
CREATE TABLE relationship (
    source INTEGER NOT NULL REFERENCES source (key) ON DELETE CASCADE,
    target INTEGER NOT NULL REFERENCES source (key) ON DELETE CASCADE,
    type TEXT NOT NULL,
    strength REAL NOT NULL,
    reason TEXT NOT NULL,
    state TEXT NOT NULL,
    changed INTEGER NOT NULL,
    source_text TEXT NOT NULL,
    target_text TEXT NOT NULL,
    PRIMARY KEY (source, target, type)
) WITHOUT ROWID;
CREATE INDEX relationship_target ON relationship (target);
