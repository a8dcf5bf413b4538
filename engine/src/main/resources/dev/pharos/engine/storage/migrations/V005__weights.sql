-- Which weights a model has, by their fingerprint, so that others under the same id are told from
-- them; empty where only the id is known. The vectors in `vector` carry both: `id@weights`.
ALTER TABLE embedding ADD COLUMN weights TEXT NOT NULL DEFAULT '';
