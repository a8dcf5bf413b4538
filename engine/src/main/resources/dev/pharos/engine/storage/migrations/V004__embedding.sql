-- Which model's vectors are searched (current), which are being prepared (next), and which were
-- searched before (previous). A library without a row is searched with the bundled model.
CREATE TABLE embedding (
    role TEXT PRIMARY KEY,
    model TEXT NOT NULL,
    dimension INTEGER NOT NULL,
    max_tokens INTEGER NOT NULL
) WITHOUT ROWID;
