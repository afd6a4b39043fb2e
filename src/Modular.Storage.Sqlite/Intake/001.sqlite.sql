CREATE TABLE intake_situation (
    id               TEXT    NOT NULL PRIMARY KEY,
    site             TEXT    NOT NULL,
    year             INTEGER NOT NULL,
    rank             INTEGER NOT NULL,
    station          TEXT    NOT NULL,
    referred_on      TEXT    NOT NULL,
    first_contact_on TEXT,
    last_contact_on  TEXT,
    contacts         INTEGER NOT NULL,
    closed_on        TEXT,
    created_at       INTEGER NOT NULL,
    updated_at       INTEGER NOT NULL,
    created_by       TEXT    NOT NULL,
    version          INTEGER NOT NULL,
    definition       TEXT    NOT NULL,
    answers          BLOB    NOT NULL,
    UNIQUE (site, year, rank)
);

CREATE INDEX intake_situation_open ON intake_situation (site, closed_on, referred_on);

CREATE TABLE intake_entry (
    id         TEXT    NOT NULL PRIMARY KEY,
    situation  TEXT    NOT NULL REFERENCES intake_situation (id) ON DELETE CASCADE,
    site       TEXT    NOT NULL,
    form       TEXT    NOT NULL,
    "on"       TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    created_by TEXT    NOT NULL,
    version    INTEGER NOT NULL,
    withdrawn  INTEGER NOT NULL,
    definition TEXT    NOT NULL,
    answers    BLOB    NOT NULL
);

CREATE INDEX intake_entry_situation ON intake_entry (situation);

CREATE TABLE intake_name_key (
    situation TEXT NOT NULL REFERENCES intake_situation (id) ON DELETE CASCADE,
    site      TEXT NOT NULL,
    key       BLOB NOT NULL,
    PRIMARY KEY (site, key, situation)
) WITHOUT ROWID;

CREATE INDEX intake_name_key_situation ON intake_name_key (situation);

CREATE TABLE intake_outbox (
    id    INTEGER PRIMARY KEY AUTOINCREMENT,
    site  TEXT NOT NULL,
    owner TEXT NOT NULL,
    facts TEXT NOT NULL
);

CREATE TABLE intake_legend (
    hash TEXT NOT NULL PRIMARY KEY,
    json TEXT NOT NULL
);
