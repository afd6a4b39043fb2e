-- Which host runs it, and until when it is its own: several may be on one database.
ALTER TABLE jobs_run ADD COLUMN owner TEXT NULL;
ALTER TABLE jobs_run ADD COLUMN held_until INTEGER NULL;

CREATE INDEX jobs_run_running ON jobs_run (state) WHERE state = 'running';
