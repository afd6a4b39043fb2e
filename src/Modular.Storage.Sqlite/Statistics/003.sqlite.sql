-- Each change of a site's facts has a number: whoever holds them in memory reads what came and went since the number it knows.
CREATE TABLE statistics_version (
    site TEXT PRIMARY KEY,
    version INTEGER NOT NULL
);

CREATE TABLE statistics_removed (
    site TEXT NOT NULL,
    version INTEGER NOT NULL,
    fact INTEGER NOT NULL
);

CREATE INDEX statistics_removed_by_version ON statistics_removed (site, version);

ALTER TABLE statistics_fact ADD COLUMN version INTEGER NOT NULL DEFAULT 0;

CREATE INDEX statistics_fact_by_version ON statistics_fact (site, version);
