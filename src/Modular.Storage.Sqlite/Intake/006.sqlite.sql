-- Where what is null stands, each database decides by itself: the order of urgency says it.
DROP INDEX intake_situation_urgency;
CREATE INDEX intake_situation_urgency ON intake_situation (site, priority DESC, contact_before IS NOT NULL, contact_before, referred_on, rank, id)
    WHERE closed_on IS NULL AND first_contact_on IS NULL;
