-- As Presence/001.sqlite.sql leaves it.
CREATE TABLE presence_mark (
    id text COLLATE "C" NOT NULL PRIMARY KEY,
    site text COLLATE "C" NOT NULL,
    day date NOT NULL,
    starts time NOT NULL,
    ends time NOT NULL,
    kind text NOT NULL,
    reason text NULL,
    by_post text NULL,
    by_worker text NULL,
    to_day date NULL,
    to_slot text NULL,
    to_starts time NULL,
    to_ends time NULL,
    added boolean NOT NULL,
    revision integer NOT NULL,
    marked_by uuid NOT NULL,
    marked_at bigint NOT NULL
);

CREATE INDEX presence_mark_day ON presence_mark (site, day);
CREATE INDEX presence_mark_to_day ON presence_mark (site, to_day);

CREATE TABLE presence_absence (
    id uuid NOT NULL PRIMARY KEY,
    site text COLLATE "C" NOT NULL,
    post text NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    reason text NOT NULL
);

CREATE INDEX presence_absence_site ON presence_absence (site, last_day);

CREATE TABLE presence_holder (
    id uuid NOT NULL PRIMARY KEY,
    site text COLLATE "C" NOT NULL,
    post text NOT NULL,
    worker text NOT NULL,
    first_day date NOT NULL,
    last_day date NULL
);

CREATE INDEX presence_holder_site ON presence_holder (site, first_day);

CREATE TABLE presence_edition (
    site text COLLATE "C" NOT NULL PRIMARY KEY,
    hash text NOT NULL,
    number integer NOT NULL,
    since bigint NOT NULL
);
