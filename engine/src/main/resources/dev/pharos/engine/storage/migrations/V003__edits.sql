-- An edited version keeps only the segments that its base, an earlier version kept whole, has not.
ALTER TABLE transcript ADD COLUMN base INTEGER;
ALTER TABLE transcript ADD COLUMN runs TEXT;
