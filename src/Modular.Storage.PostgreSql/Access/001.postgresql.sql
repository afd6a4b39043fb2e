-- As Access/001.sqlite.sql leaves it.
CREATE TABLE access_account (
    id text COLLATE "C" NOT NULL PRIMARY KEY,
    login text COLLATE "C" NOT NULL UNIQUE,
    role text NOT NULL,
    sites text NOT NULL,
    email text NULL,
    password_hash text NOT NULL,
    stamp text NOT NULL,
    disabled boolean NOT NULL,
    created_at bigint NOT NULL,
    version integer NOT NULL
);

CREATE TABLE access_attempt (
    login text COLLATE "C" NOT NULL PRIMARY KEY,
    count integer NOT NULL,
    last bigint NOT NULL,
    locked_until bigint NULL
);

CREATE INDEX access_attempt_last ON access_attempt (last);
