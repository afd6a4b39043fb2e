-- Those that bear a name, in the order in which a list shows them: the first page of a frequent name costs what that of a rare one does.
ALTER TABLE intake_name_key ADD COLUMN referred_on TEXT NOT NULL DEFAULT '';
ALTER TABLE intake_name_key ADD COLUMN rank INTEGER NOT NULL DEFAULT 0;

UPDATE intake_name_key SET (referred_on, rank) = (SELECT referred_on, rank FROM intake_situation WHERE id = situation);

CREATE INDEX intake_name_key_listed ON intake_name_key (site, key, referred_on, rank, situation);
