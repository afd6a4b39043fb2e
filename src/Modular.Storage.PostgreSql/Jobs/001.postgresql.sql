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
    PRIMARY KEY (job, site, period)
);

CREATE INDEX jobs_run_latest ON jobs_run (job, site, day);

CREATE TABLE jobs_plan (
    job text COLLATE "C" NOT NULL,
    site text COLLATE "C" NOT NULL,
    since bigint NOT NULL,
    timing text NULL,
    PRIMARY KEY (job, site)
);
