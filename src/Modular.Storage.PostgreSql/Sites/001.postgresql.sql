-- Which version of each site is in use on the hosts of this database; no hash: the site was taken away.
CREATE TABLE sites_use (
    site text COLLATE "C" NOT NULL PRIMARY KEY,
    hash text COLLATE "C" NULL,
    number bigint NOT NULL
);

-- The data of the versions in use and of those before them, sealed; of their code, only what it is known by.
CREATE TABLE sites_version (
    hash text COLLATE "C" NOT NULL PRIMARY KEY,
    site text COLLATE "C" NOT NULL,
    sealed bytea NOT NULL
);
