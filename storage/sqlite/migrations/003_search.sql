-- How often and how lately an item was opened, as one time: see find.Use.
ALTER TABLE openings ADD COLUMN used INTEGER NOT NULL DEFAULT 0;
UPDATE openings SET used = at;

-- Derived: what is searched. Extra holds the stems of words and, for words that
-- an item is much about, how much: see indexing.go.
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5(
	title, head, body, byline, source, extra,
	content = '', contentless_delete = 1,
	tokenize = 'unicode61 remove_diacritics 0'
);
-- A transaction makes one piece of the table. While articles come in, pieces are
-- merged by many; when there is time, by twos: see indexing.go.
INSERT INTO search (search, rank) VALUES ('automerge', 8), ('usermerge', 2), ('hashsize', 8388608);
CREATE VIRTUAL TABLE vocabulary USING fts5vocab('search', 'col');
-- What of an item was put into the search table, in short; 0 while it waits.
CREATE TABLE searched (
	item INTEGER PRIMARY KEY,
	form INTEGER NOT NULL
) STRICT;
CREATE INDEX searched_waiting ON searched(form) WHERE form = 0;
INSERT INTO searched SELECT id, 0 FROM items WHERE trashed IS NULL
	AND kind IN ('article', 'highlight', 'note', 'person', 'organisation', 'place', 'event');
-- The languages of the articles, so that words are looked for in their forms.
CREATE TABLE languages (
	language TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
