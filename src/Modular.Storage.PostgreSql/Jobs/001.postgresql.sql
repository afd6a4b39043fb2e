-- As Jobs/003.sqlite.sql leaves it.
CREATE TABLE jobs_run (
    job text COLLATE "C" NOT NULL,
    site text COLLATE "C" NOT NULL,
    period text COLLATE "C" NOT NULL,
    day date NOT NULL,
    state text NOT NULL,
    attempts integer NOT NULL,
    planned_at bigint NOT NULL,
    started_at bigint NULL,
    ended_at bigint NULL,
    retry_at bigint NULL,
    sentence text NULL,
    -- Which host runs it, and until when it is its own.
    owner text NULL,
    held_until bigint NULL,
    PRIMARY KEY (job, site, period)
);

CREATE INDEX jobs_run_running ON jobs_run (state) WHERE state = 'running';
CREATE INDEX jobs_run_latest ON jobs_run (job, site, day);

CREATE TABLE jobs_plan (
    job text COLLATE "C" NOT NULL,
    site text COLLATE "C" NOT NULL,
    since bigint NOT NULL,
    timing text NULL,
    PRIMARY KEY (job, site)
);
