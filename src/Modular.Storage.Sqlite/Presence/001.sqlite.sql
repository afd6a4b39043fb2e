CREATE TABLE presence_mark (
    id         TEXT    NOT NULL PRIMARY KEY,
    site       TEXT    NOT NULL,
    day        TEXT    NOT NULL,
    starts     TEXT    NOT NULL,
    ends       TEXT    NOT NULL,
    kind       TEXT    NOT NULL,
    reason     TEXT    NULL,
    by_post    TEXT    NULL,
    by_worker  TEXT    NULL,
    to_day     TEXT    NULL,
    to_slot    TEXT    NULL,
    to_starts  TEXT    NULL,
    to_ends    TEXT    NULL,
    added      INTEGER NOT NULL,
    revision   INTEGER NOT NULL,
    marked_by  TEXT    NOT NULL,
    marked_at  INTEGER NOT NULL
);
CREATE INDEX presence_mark_day ON presence_mark (site, day);
CREATE INDEX presence_mark_to_day ON presence_mark (site, to_day);

CREATE TABLE presence_absence (
    id         TEXT NOT NULL PRIMARY KEY,
    site       TEXT NOT NULL,
    post       TEXT NOT NULL,
    first_day  TEXT NOT NULL,
    last_day   TEXT NOT NULL,
    reason     TEXT NOT NULL
);
CREATE INDEX presence_absence_site ON presence_absence (site, last_day);

CREATE TABLE presence_holder (
    id         TEXT NOT NULL PRIMARY KEY,
    site       TEXT NOT NULL,
    post       TEXT NOT NULL,
    worker     TEXT NOT NULL,
    first_day  TEXT NOT NULL,
    last_day   TEXT NULL
);
CREATE INDEX presence_holder_site ON presence_holder (site, first_day);

CREATE TABLE presence_edition (
    site       TEXT    NOT NULL PRIMARY KEY,
    hash       TEXT    NOT NULL,
    number     INTEGER NOT NULL,
    since      INTEGER NOT NULL
);
