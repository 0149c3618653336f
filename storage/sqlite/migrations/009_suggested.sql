-- Which suggested events wait for a decision, apart from those that were refused for
-- good, as suggested names have it; in the order in which they are listed, and by
-- what is refused for good. Either index is much shorter than the events.
ALTER TABLE suggested_events ADD COLUMN waiting INTEGER NOT NULL DEFAULT 0;
UPDATE suggested_events AS s SET waiting = 1
	WHERE EXISTS (SELECT 1 FROM items i WHERE i.id = s.article AND i.trashed IS NULL)
	AND NOT EXISTS (SELECT 1 FROM refusals r WHERE r.key = s.key AND r.subject = 'event' AND r.article = s.article);
CREATE INDEX suggested_events_waiting ON suggested_events(certainty DESC, article DESC, range_start) WHERE waiting = 1;
CREATE INDEX suggested_events_by_key ON suggested_events(key) WHERE waiting = 1;
