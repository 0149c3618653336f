-- The archive. Times are milliseconds since 1970, dates EDTF, offsets bytes of
-- UTF-8 into the body of a text.

CREATE TABLE items (
	id      INTEGER PRIMARY KEY,
	kind    TEXT NOT NULL,
	title   TEXT NOT NULL,
	key     TEXT NOT NULL, -- the title, folded
	created INTEGER NOT NULL,
	changed INTEGER NOT NULL,
	trashed INTEGER         -- when it was deleted; null outside the trash
) STRICT;
CREATE INDEX items_by_key ON items(key);
CREATE INDEX items_by_kind ON items(kind, key, id) WHERE trashed IS NULL;
CREATE INDEX items_in_trash ON items(trashed) WHERE trashed IS NOT NULL;

-- What never changes and is kept for ever, named by its content.
CREATE TABLE contents (
	sha256 TEXT PRIMARY KEY,
	bytes  BLOB NOT NULL -- gzip
) STRICT;
CREATE TABLE texts (
	sha256 TEXT PRIMARY KEY,
	text   BLOB NOT NULL     -- the text as JSON, gzip
) STRICT;

CREATE TABLE articles (
	id       INTEGER PRIMARY KEY REFERENCES items DEFERRABLE INITIALLY DEFERRED,
	byline   TEXT NOT NULL,
	source   TEXT NOT NULL,
	key      TEXT NOT NULL, -- byline and source, folded
	date     TEXT NOT NULL,
	sort_day INTEGER,       -- null without a date
	language TEXT NOT NULL,
	url      TEXT NOT NULL,
	inbox    INTEGER NOT NULL,
	capture  INTEGER REFERENCES captures DEFERRABLE INITIALLY DEFERRED,
	words    INTEGER NOT NULL,
	excerpt  TEXT NOT NULL
) STRICT;
CREATE INDEX articles_by_day ON articles(sort_day, id);
CREATE INDEX articles_in_inbox ON articles(inbox) WHERE inbox = 1;

CREATE TABLE captures (
	id         INTEGER PRIMARY KEY,
	article    INTEGER NOT NULL REFERENCES articles DEFERRABLE INITIALLY DEFERRED,
	captured   INTEGER NOT NULL,
	url        TEXT NOT NULL,
	media_type TEXT NOT NULL,
	sha256     TEXT NOT NULL REFERENCES contents DEFERRABLE INITIALLY DEFERRED,
	size       INTEGER NOT NULL,
	text       TEXT NOT NULL REFERENCES texts DEFERRABLE INITIALLY DEFERRED,
	body       TEXT NOT NULL -- SHA-256 of the text's body
) STRICT;
CREATE INDEX captures_by_article ON captures(article);
CREATE INDEX captures_by_content ON captures(sha256);
CREATE INDEX captures_by_body ON captures(body);

CREATE TABLE highlights (
	id          INTEGER PRIMARY KEY REFERENCES items DEFERRABLE INITIALLY DEFERRED,
	article     INTEGER NOT NULL REFERENCES articles DEFERRABLE INITIALLY DEFERRED,
	capture     INTEGER NOT NULL REFERENCES captures DEFERRABLE INITIALLY DEFERRED,
	range_start INTEGER NOT NULL,
	range_end   INTEGER NOT NULL,
	exact       TEXT NOT NULL,
	prefix      TEXT NOT NULL,
	suffix      TEXT NOT NULL,
	colour      TEXT NOT NULL,
	comment     TEXT NOT NULL,
	key         TEXT NOT NULL -- quotation and comment, folded
) STRICT;
CREATE INDEX highlights_by_article ON highlights(article, range_start, range_end);

CREATE TABLE notes (
	id   INTEGER PRIMARY KEY REFERENCES items DEFERRABLE INITIALLY DEFERRED,
	body TEXT NOT NULL
) STRICT;
CREATE TABLE revisions (
	id    INTEGER PRIMARY KEY,
	note  INTEGER NOT NULL REFERENCES notes DEFERRABLE INITIALLY DEFERRED,
	saved INTEGER NOT NULL,
	title TEXT NOT NULL,
	body  TEXT NOT NULL
) STRICT;
CREATE INDEX revisions_by_note ON revisions(note, id);

CREATE TABLE entities (
	id          INTEGER PRIMARY KEY REFERENCES items DEFERRABLE INITIALLY DEFERRED,
	description TEXT NOT NULL,
	date        TEXT NOT NULL,
	sort_day    INTEGER,
	place       INTEGER REFERENCES items DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE aliases (
	entity   INTEGER NOT NULL REFERENCES entities DEFERRABLE INITIALLY DEFERRED,
	position INTEGER NOT NULL,
	name     TEXT NOT NULL,
	key      TEXT NOT NULL,
	PRIMARY KEY (entity, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX aliases_by_key ON aliases(key);
CREATE TABLE roles (
	entity       INTEGER NOT NULL REFERENCES entities DEFERRABLE INITIALLY DEFERRED,
	position     INTEGER NOT NULL,
	title        TEXT NOT NULL,
	organisation TEXT NOT NULL,
	begins       TEXT NOT NULL,
	ends         TEXT NOT NULL,
	PRIMARY KEY (entity, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE participants (
	event    INTEGER NOT NULL REFERENCES entities DEFERRABLE INITIALLY DEFERRED,
	position INTEGER NOT NULL,
	entity   INTEGER NOT NULL REFERENCES items DEFERRABLE INITIALLY DEFERRED,
	role     TEXT NOT NULL,
	PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX participants_by_entity ON participants(entity);

CREATE TABLE taggings (
	item INTEGER NOT NULL REFERENCES items DEFERRABLE INITIALLY DEFERRED,
	tag  INTEGER NOT NULL REFERENCES items DEFERRABLE INITIALLY DEFERRED,
	PRIMARY KEY (item, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX taggings_by_tag ON taggings(tag);
CREATE TABLE collected (
	item       INTEGER NOT NULL REFERENCES items DEFERRABLE INITIALLY DEFERRED,
	collection INTEGER NOT NULL REFERENCES items DEFERRABLE INITIALLY DEFERRED,
	PRIMARY KEY (item, collection)
) STRICT, WITHOUT ROWID;
CREATE INDEX collected_by_collection ON collected(collection);
CREATE TABLE searches (
	id    INTEGER PRIMARY KEY REFERENCES items DEFERRABLE INITIALLY DEFERRED,
	query TEXT NOT NULL
) STRICT;
CREATE TABLE verdicts (
	article INTEGER NOT NULL REFERENCES articles DEFERRABLE INITIALLY DEFERRED,
	entity  INTEGER NOT NULL REFERENCES entities DEFERRABLE INITIALLY DEFERRED,
	key     TEXT NOT NULL, -- the words that were taken for a name, folded
	verdict TEXT NOT NULL,
	PRIMARY KEY (article, entity, key)
) STRICT, WITHOUT ROWID;

-- What was done, row by row, so that it can be undone and done again.
CREATE TABLE operations (
	id      INTEGER PRIMARY KEY AUTOINCREMENT,
	at      INTEGER NOT NULL,
	verb    TEXT NOT NULL,
	subject TEXT NOT NULL,
	lot     INTEGER NOT NULL, -- operations of one lot are undone together; 0: alone
	state   TEXT NOT NULL     -- done, undone; or dropped: undone, then something else was done
) STRICT;
CREATE INDEX operations_by_state ON operations(state, id);
CREATE TABLE journal (
	id         INTEGER PRIMARY KEY,
	operation  INTEGER NOT NULL REFERENCES operations ON DELETE CASCADE,
	table_name TEXT NOT NULL,
	item       INTEGER NOT NULL,
	before     TEXT, -- the row as JSON; null if there was none
	after      TEXT  -- null if there is none any more
) STRICT;
CREATE INDEX journal_by_operation ON journal(operation, id);
CREATE INDEX journal_by_item ON journal(item, operation);
-- Every commit that a program announces, so that others can tell their panes.
CREATE TABLE changes (
	id        INTEGER PRIMARY KEY AUTOINCREMENT,
	operation INTEGER NOT NULL REFERENCES operations ON DELETE CASCADE,
	undone    INTEGER NOT NULL,
	program   INTEGER NOT NULL -- who did it: a number drawn when an archive is opened
) STRICT;
CREATE INDEX changes_by_operation ON changes(operation);

-- How the person looks at things; not undone.
CREATE TABLE openings (
	item INTEGER PRIMARY KEY REFERENCES items ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	at   INTEGER NOT NULL
) STRICT;
CREATE TABLE places (
	article     INTEGER PRIMARY KEY REFERENCES items ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	byte_offset INTEGER NOT NULL
) STRICT;

-- Derived; all of it can be made anew.
CREATE TABLE mentions (
	article     INTEGER NOT NULL,
	range_start INTEGER NOT NULL,
	range_end   INTEGER NOT NULL,
	entity      INTEGER NOT NULL,
	capture     INTEGER NOT NULL,
	exact       TEXT NOT NULL,
	verdict     TEXT NOT NULL,
	PRIMARY KEY (article, range_start, entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX mentions_by_entity ON mentions(entity, article, verdict);
CREATE TABLE links (
	source      INTEGER NOT NULL,
	target      INTEGER NOT NULL, -- 0 while nothing has that name
	relation    TEXT NOT NULL,
	written     TEXT NOT NULL,
	key         TEXT NOT NULL, -- written, folded
	range_start INTEGER NOT NULL,
	range_end   INTEGER NOT NULL
) STRICT;
CREATE INDEX links_by_source ON links(source, range_start);
CREATE INDEX links_by_target ON links(target);
CREATE INDEX links_by_key ON links(key);
CREATE TABLE pending (
	article INTEGER PRIMARY KEY
) STRICT;
CREATE VIRTUAL TABLE search USING fts5(
	title, head, body,
	content = '', contentless_delete = 1,
	tokenize = 'unicode61 remove_diacritics 0'
);
