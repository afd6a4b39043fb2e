CREATE TABLE jobs_run (
    job TEXT NOT NULL,
    site TEXT NOT NULL,
    period TEXT NOT NULL,
    day TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    planned_at INTEGER NOT NULL,
    started_at INTEGER NULL,
    ended_at INTEGER NULL,
    retry_at INTEGER NULL,
    sentence TEXT NULL,
    PRIMARY KEY (job, site, period)
);

CREATE INDEX jobs_run_latest ON jobs_run (job, site, day);

CREATE TABLE jobs_plan (
    job TEXT NOT NULL,
    site TEXT NOT NULL,
    since INTEGER NOT NULL,
    PRIMARY KEY (job, site)
);
