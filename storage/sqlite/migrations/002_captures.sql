-- Where a highlight stands in the captures of its article other than the one
-- it was made in.
CREATE TABLE placements (
	highlight   INTEGER NOT NULL REFERENCES highlights DEFERRABLE INITIALLY DEFERRED,
	capture     INTEGER NOT NULL REFERENCES captures DEFERRABLE INITIALLY DEFERRED,
	range_start INTEGER NOT NULL,
	range_end   INTEGER NOT NULL,
	exact       TEXT NOT NULL, -- the words as they stand there; '' if it was not placed
	way         TEXT NOT NULL, -- how it was placed; none: it waits as an orphan
	certainty   REAL NOT NULL, -- from 0 to 1
	PRIMARY KEY (highlight, capture)
) STRICT, WITHOUT ROWID;
CREATE INDEX placements_by_capture ON placements(capture);

-- The pictures that came with a capture; their bytes are among the contents.
CREATE TABLE pictures (
	capture    INTEGER NOT NULL REFERENCES captures DEFERRABLE INITIALLY DEFERRED,
	address    TEXT NOT NULL, -- as a figure of the text names it
	article    INTEGER NOT NULL REFERENCES articles DEFERRABLE INITIALLY DEFERRED,
	media_type TEXT NOT NULL,
	sha256     TEXT NOT NULL REFERENCES contents DEFERRABLE INITIALLY DEFERRED,
	width      INTEGER NOT NULL, -- in pixels
	height     INTEGER NOT NULL,
	PRIMARY KEY (capture, address)
) STRICT, WITHOUT ROWID;

-- What the person calls the colours of highlights.
CREATE TABLE meanings (
	number  INTEGER PRIMARY KEY, -- of the colour, by its key: 1 to 5
	meaning TEXT NOT NULL
) STRICT;

CREATE INDEX highlights_by_colour ON highlights(colour);

-- Where a highlight or note that was imported comes from. A reply belongs to
-- the highlight whose comment it was put into.
CREATE TABLE origins (
	annotation TEXT PRIMARY KEY, -- its ID in the file it came in
	item       INTEGER NOT NULL REFERENCES items DEFERRABLE INITIALLY DEFERRED,
	reply      INTEGER NOT NULL,
	creator    TEXT NOT NULL,
	selectors  TEXT NOT NULL     -- those that the archive has no use for, as a JSON array
) STRICT, WITHOUT ROWID;
CREATE INDEX origins_by_item ON origins(item);

CREATE INDEX articles_by_url ON articles(url) WHERE url <> '';
CREATE INDEX captures_by_url ON captures(url) WHERE url <> '';
