CREATE TABLE statistics_code (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    site TEXT NOT NULL,
    dimension TEXT NOT NULL,
    code TEXT NOT NULL,
    UNIQUE (site, dimension, code)
);

CREATE TABLE statistics_fact (
    id INTEGER PRIMARY KEY,
    site TEXT NOT NULL,
    unit TEXT NOT NULL,
    owner TEXT NOT NULL,
    day TEXT NOT NULL,
    codes BLOB NOT NULL,
    measures BLOB NOT NULL
);

CREATE INDEX statistics_fact_by_day ON statistics_fact (site, unit, day);
CREATE INDEX statistics_fact_by_owner ON statistics_fact (site, owner);
