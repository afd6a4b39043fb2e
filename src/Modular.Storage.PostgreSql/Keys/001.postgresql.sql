-- The keys that the hosts share, each sealed by one that is in the hosts' own folders alone: no copy of the database opens anything.
CREATE TABLE keys_sealed (
    name text COLLATE "C" NOT NULL PRIMARY KEY,
    sealed bytea NOT NULL
);
