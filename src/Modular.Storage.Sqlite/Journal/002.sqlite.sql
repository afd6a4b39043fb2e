-- The last row that came from beside its change: none comes twice.
CREATE TABLE journal_brought (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    last INTEGER NOT NULL
);

INSERT INTO journal_brought VALUES (1, 0);
