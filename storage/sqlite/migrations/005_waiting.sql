-- Which suggested names wait for a decision, apart from those that were refused for
-- good, and how many of each there are, so that a list of them need not look at
-- every place.
ALTER TABLE suggested_names ADD COLUMN waiting INTEGER NOT NULL DEFAULT 0;
CREATE TABLE waiting_names (
	key      TEXT NOT NULL,
	kind     TEXT NOT NULL,
	places   INTEGER NOT NULL,
	articles INTEGER NOT NULL,
	PRIMARY KEY (key, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX waiting_names_by_articles ON waiting_names(articles DESC, places DESC, key);
INSERT INTO pending SELECT article FROM readings WHERE true ON CONFLICT DO NOTHING;
