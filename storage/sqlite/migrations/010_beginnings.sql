-- Derived: the search table again, since the first letters of words are tokens of
-- their own now.
INSERT INTO search (search) VALUES ('delete-all');
UPDATE searched SET form = 0;
