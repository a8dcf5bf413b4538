-- Questions and answers that are kept. A conversation with `deleted` was put away and can come back.
CREATE TABLE conversation (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    deleted INTEGER
) WITHOUT ROWID;
CREATE TABLE turn (
    id TEXT PRIMARY KEY,
    conversation TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    question TEXT NOT NULL,
    rewrite TEXT,
    rewritten_by TEXT,
    mode TEXT NOT NULL,
    scope TEXT NOT NULL,
    asked INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX turn_conversation ON turn (conversation, position);

-- The answers to a question, the first with number 0. `content` is read as a whole: sentences and
-- citations, which keep their words, so that they can be shown whatever became of their sources.
-- `said` is what a search reads.
CREATE TABLE answer (
    turn TEXT NOT NULL REFERENCES turn (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    made INTEGER NOT NULL,
    content TEXT NOT NULL,
    said TEXT NOT NULL,
    PRIMARY KEY (turn, number)
) WITHOUT ROWID;
