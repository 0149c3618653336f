-- Derived: words are found by an index of our own: see storage/postings. It is in
-- segments, and these in chunks.
DROP TABLE vocabulary;
DROP TABLE search;
DROP TABLE eras;
DROP TABLE frequent;
CREATE TABLE segments (
	id        INTEGER PRIMARY KEY AUTOINCREMENT,
	state     INTEGER NOT NULL, -- 0 while it is written, 1, or 2 when another has replaced it
	bytes     INTEGER NOT NULL, -- of its chunks
	first_row INTEGER NOT NULL,
	last_row  INTEGER NOT NULL,
	head      BLOB NOT NULL
) STRICT;
CREATE INDEX segments_replaced ON segments(state) WHERE state = 2;
CREATE TABLE chunks (
	id   INTEGER PRIMARY KEY, -- the segment and the number of the chunk: see segments.go
	data BLOB NOT NULL
) STRICT;
-- Rows of segments whose item has another row now, or none.
CREATE TABLE gone (
	number INTEGER PRIMARY KEY,
	row    INTEGER NOT NULL
) STRICT;
-- Which row of the index is an item's, 0 for none, and what of the item was put there, in
-- short; 0 while it waits.
DROP TABLE searched;
CREATE TABLE searched (
	item INTEGER PRIMARY KEY,
	row  INTEGER NOT NULL,
	form INTEGER NOT NULL
) STRICT;
CREATE INDEX searched_waiting ON searched(form) WHERE form = 0;
INSERT INTO searched (item, row, form) SELECT id, 0, 0 FROM items WHERE trashed IS NULL
	AND kind IN ('article', 'highlight', 'note', 'person', 'organisation', 'place', 'event');
