-- Derived: the search table again, since stems and words without their
-- apostrophes have marks now. What it holds was taken apart and folded by us, so
-- that its tokenizer has only spaces to look for.
DROP TABLE vocabulary;
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5(
	title, head, body, byline, source, extra,
	content = '', contentless_delete = 1,
	tokenize = 'ascii'
);
INSERT INTO search (search, rank) VALUES ('automerge', 8), ('usermerge', 2), ('hashsize', 8388608);
CREATE VIRTUAL TABLE vocabulary USING fts5vocab('search', 'col');
UPDATE searched SET form = 0;
