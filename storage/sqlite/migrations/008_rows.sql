-- Derived: the search table again. Its rows are numbered as items come, since the
-- numbers of neighbours then differ by one: by IDs it took a third more room.
DROP TABLE vocabulary;
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5(
	title, head, body, byline, source, extra,
	content = '', contentless_delete = 1,
	tokenize = 'ascii'
);
INSERT INTO search (search, rank) VALUES
	('automerge', 0), ('crisismerge', 200), ('usermerge', 2), ('hashsize', 8388608);
CREATE VIRTUAL TABLE vocabulary USING fts5vocab('search', 'col');
DROP TABLE searched;
-- Which row of the search table is whose, and what of it was put there, in short; 0
-- while it waits.
CREATE TABLE searched (
	row INTEGER PRIMARY KEY,
	item INTEGER NOT NULL UNIQUE,
	form INTEGER NOT NULL
) STRICT;
CREATE INDEX searched_waiting ON searched(form) WHERE form = 0;
INSERT INTO searched (item, form) SELECT id, 0 FROM items WHERE trashed IS NULL
	AND kind IN ('article', 'highlight', 'note', 'person', 'organisation', 'place', 'event')
	ORDER BY id;
-- Words that are so frequent in the archive that two side by side are searched as one
-- word, and since which era, which began with so many articles: see pairs.go.
CREATE TABLE eras (
	era INTEGER PRIMARY KEY,
	articles INTEGER NOT NULL
) STRICT;
CREATE TABLE frequent (
	word TEXT PRIMARY KEY,
	era INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
