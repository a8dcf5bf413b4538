-- Sources that were handed over together to become notes. `settings` and `log` are read as a whole.
-- `source` and jobs may be gone. `transcription` is the job that was queued for this item alone. `cancelled` is when its owner wanted no more of it. `ended` is when an item was finished.
CREATE TABLE batch (
    id TEXT PRIMARY KEY,
    settings TEXT NOT NULL,
    created INTEGER NOT NULL,
    cancelled INTEGER
);
CREATE TABLE batch_item (
    batch TEXT NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    source TEXT NOT NULL,
    title TEXT NOT NULL,
    job INTEGER NOT NULL,
    transcription INTEGER,
    log TEXT NOT NULL,
    ended INTEGER,
    PRIMARY KEY (batch, position)
);
CREATE INDEX batch_item_job ON batch_item (job);
CREATE INDEX batch_item_ended ON batch_item (ended);
