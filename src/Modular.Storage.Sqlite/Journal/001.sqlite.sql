CREATE TABLE journal_row (
    number INTEGER NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL,
    account TEXT NOT NULL,
    login TEXT NOT NULL,
    act TEXT NOT NULL,
    site TEXT NULL,
    subject TEXT NULL,
    detail TEXT NULL,
    hash TEXT NOT NULL
);

CREATE INDEX journal_row_at ON journal_row (at);

CREATE TRIGGER journal_row_is_never_changed BEFORE UPDATE ON journal_row
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER journal_row_is_never_deleted BEFORE DELETE ON journal_row
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;
