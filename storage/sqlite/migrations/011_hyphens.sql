-- Derived: the search table again, since words with hyphens are found as one word, too,
-- and soft hyphens part none.
INSERT INTO search (search) VALUES ('delete-all');
UPDATE searched SET form = 0;
