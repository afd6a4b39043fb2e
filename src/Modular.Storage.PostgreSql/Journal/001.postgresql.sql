-- As Journal/002.sqlite.sql leaves it.
CREATE TABLE journal_row (
    number bigint NOT NULL PRIMARY KEY,
    at bigint NOT NULL,
    account text NOT NULL,
    login text COLLATE "C" NOT NULL,
    act text NOT NULL,
    site text COLLATE "C" NULL,
    subject text NULL,
    detail text NULL,
    hash text NOT NULL
);

CREATE INDEX journal_row_at ON journal_row (at);

CREATE OR REPLACE FUNCTION journal_row_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the journal is append-only';
END
$$;

CREATE TRIGGER journal_row_is_never_changed BEFORE UPDATE OR DELETE ON journal_row FOR EACH ROW EXECUTE FUNCTION journal_row_is_append_only();
CREATE TRIGGER journal_row_is_never_emptied BEFORE TRUNCATE ON journal_row FOR EACH STATEMENT EXECUTE FUNCTION journal_row_is_append_only();

-- The last row that came from beside its change: none comes twice.
CREATE TABLE journal_brought (
    id integer NOT NULL PRIMARY KEY CHECK (id = 1),
    last bigint NOT NULL
);

INSERT INTO journal_brought VALUES (1, 0);
