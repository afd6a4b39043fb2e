-- What is to be in the access journal, written with the change that it tells of.
CREATE TABLE intake_journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    account TEXT NOT NULL,
    login TEXT NOT NULL,
    act TEXT NOT NULL,
    site TEXT NULL,
    subject TEXT NULL,
    detail TEXT NULL
);
