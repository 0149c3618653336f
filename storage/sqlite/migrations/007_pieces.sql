-- Pieces of the search table are brought together when there is time, not by the
-- transaction that adds one.
INSERT INTO search (search, rank) VALUES ('automerge', 0), ('crisismerge', 200);
