-- In which block of the text a mention stands, so that it can be said who is
-- named in one paragraph.
ALTER TABLE mentions ADD COLUMN paragraph INTEGER NOT NULL DEFAULT 0;
INSERT INTO pending SELECT id FROM articles WHERE true ON CONFLICT DO NOTHING;

-- What the person said of a name in all articles: it does or does not mean the
-- entity.
CREATE TABLE rulings (
	entity  INTEGER NOT NULL REFERENCES entities DEFERRABLE INITIALLY DEFERRED,
	key     TEXT NOT NULL, -- the words, folded
	verdict TEXT NOT NULL,
	PRIMARY KEY (entity, key)
) STRICT, WITHOUT ROWID;
-- Suggestions that the person has answered: refused, in one article or, with
-- article 0, for good; of events, also accepted.
CREATE TABLE refusals (
	article INTEGER NOT NULL,
	subject TEXT NOT NULL, -- name, event or date
	key     TEXT NOT NULL,
	PRIMARY KEY (key, subject, article)
) STRICT, WITHOUT ROWID;
-- Two entities that are not one, though they look like it. The older one first.
CREATE TABLE distinctions (
	entity INTEGER NOT NULL REFERENCES entities DEFERRABLE INITIALLY DEFERRED,
	other  INTEGER NOT NULL REFERENCES entities DEFERRABLE INITIALLY DEFERRED,
	PRIMARY KEY (entity, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX distinctions_by_other ON distinctions(other);
-- Entities that went into others, with what went along, so that they can be
-- parted again.
CREATE TABLE merges (
	gone  INTEGER PRIMARY KEY REFERENCES entities DEFERRABLE INITIALLY DEFERRED,
	kept  INTEGER NOT NULL REFERENCES entities DEFERRABLE INITIALLY DEFERRED,
	at    INTEGER NOT NULL,
	moved TEXT NOT NULL -- JSON
) STRICT;
CREATE INDEX merges_by_kept ON merges(kept);
-- The highlights that tell of an event, each with its own account where it
-- differs.
CREATE TABLE sources (
	event     INTEGER NOT NULL REFERENCES entities DEFERRABLE INITIALLY DEFERRED,
	highlight INTEGER NOT NULL REFERENCES highlights DEFERRABLE INITIALLY DEFERRED,
	date      TEXT NOT NULL, -- EDTF; '' as the event has it
	place     TEXT NOT NULL,
	number    TEXT NOT NULL,
	PRIMARY KEY (event, highlight)
) STRICT, WITHOUT ROWID;
CREATE INDEX sources_by_highlight ON sources(highlight);

-- Derived: what the texts seem to name and tell.
CREATE TABLE suggested_names (
	article     INTEGER NOT NULL,
	range_start INTEGER NOT NULL,
	range_end   INTEGER NOT NULL,
	exact       TEXT NOT NULL,
	key         TEXT NOT NULL, -- of the name in full, folded
	name        TEXT NOT NULL, -- in full, as the text has it elsewhere
	kind        TEXT NOT NULL,
	certainty   REAL NOT NULL,
	beside      TEXT NOT NULL, -- JSON: title, office, country …
	PRIMARY KEY (article, range_start)
) STRICT, WITHOUT ROWID;
CREATE INDEX suggested_names_by_key ON suggested_names(key, kind, article);
CREATE TABLE suggested_events (
	article     INTEGER NOT NULL,
	range_start INTEGER NOT NULL,
	range_end   INTEGER NOT NULL,
	key         TEXT NOT NULL,
	certainty   REAL NOT NULL,
	detail      TEXT NOT NULL, -- JSON
	PRIMARY KEY (article, range_start, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE suggested_dates (
	article INTEGER PRIMARY KEY,
	detail  TEXT NOT NULL -- JSON
) STRICT;
-- Names that could mean several entities.
CREATE TABLE unclear (
	article     INTEGER NOT NULL,
	range_start INTEGER NOT NULL,
	range_end   INTEGER NOT NULL,
	exact       TEXT NOT NULL,
	key         TEXT NOT NULL,
	entities    TEXT NOT NULL, -- IDs as a JSON array
	PRIMARY KEY (article, range_start)
) STRICT, WITHOUT ROWID;
-- What was read for suggestions: the capture, the article's date, the form of
-- the reader.
CREATE TABLE readings (
	article INTEGER PRIMARY KEY,
	capture INTEGER NOT NULL,
	date    TEXT NOT NULL,
	form    INTEGER NOT NULL
) STRICT;
-- An article is written before its capture. Until then SQLite looks for what
-- refers to each new row, which must not be a walk through the table.
CREATE INDEX articles_by_capture ON articles(capture);
CREATE INDEX captures_by_text ON captures(text);
CREATE INDEX highlights_by_capture ON highlights(capture);
CREATE INDEX pictures_by_content ON pictures(sha256);
CREATE INDEX pictures_by_article ON pictures(article);
CREATE INDEX entities_by_place ON entities(place) WHERE place IS NOT NULL;
CREATE INDEX verdicts_by_entity ON verdicts(entity);
CREATE INDEX merges_by_gone ON merges(gone);
