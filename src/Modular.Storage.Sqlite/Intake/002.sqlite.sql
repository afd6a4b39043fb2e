-- What the site's rules say of a situation, beside it: a list is ordered and counted without opening anything. NULL until the rules were asked.
ALTER TABLE intake_situation ADD COLUMN priority INTEGER NOT NULL DEFAULT 0;
ALTER TABLE intake_situation ADD COLUMN contact_before TEXT;
ALTER TABLE intake_situation ADD COLUMN reminders INTEGER NOT NULL DEFAULT 0;
ALTER TABLE intake_situation ADD COLUMN evaluated_by TEXT;
ALTER TABLE intake_situation ADD COLUMN evaluated_on TEXT;
ALTER TABLE intake_situation ADD COLUMN rule_results BLOB;

-- One index an order in which a list is read.
DROP INDEX intake_situation_open;
CREATE INDEX intake_situation_all ON intake_situation (site, referred_on, rank, id);
CREATE INDEX intake_situation_station ON intake_situation (site, station, referred_on, rank, id, closed_on, first_contact_on);
CREATE INDEX intake_situation_open ON intake_situation (site, referred_on, rank, id) WHERE closed_on IS NULL;
CREATE INDEX intake_situation_closed ON intake_situation (site, referred_on, rank, id) WHERE closed_on IS NOT NULL;
CREATE INDEX intake_situation_waiting ON intake_situation (site, referred_on, rank, id) WHERE closed_on IS NULL AND first_contact_on IS NULL;
CREATE INDEX intake_situation_urgency ON intake_situation (site, priority DESC, contact_before, referred_on, rank, id)
    WHERE closed_on IS NULL AND first_contact_on IS NULL;
CREATE INDEX intake_situation_reminded ON intake_situation (site, referred_on, rank, id) WHERE closed_on IS NULL AND reminders > 0;

-- The newest entries of a situation, whatever their number.
DROP INDEX intake_entry_situation;
CREATE INDEX intake_entry_situation ON intake_entry (situation, "on", created_at, id);
