CREATE TABLE access_account (
    id TEXT NOT NULL PRIMARY KEY,
    login TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    sites TEXT NOT NULL,
    email TEXT NULL,
    password_hash TEXT NOT NULL,
    stamp TEXT NOT NULL,
    disabled INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL
);

CREATE TABLE access_attempt (
    login TEXT NOT NULL PRIMARY KEY,
    count INTEGER NOT NULL,
    last INTEGER NOT NULL,
    locked_until INTEGER NULL
);

CREATE INDEX access_attempt_last ON access_attempt (last);
