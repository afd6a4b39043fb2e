-- Which host is sending it, and until when it is its own: several may be on one database.
ALTER TABLE deliveries_delivery ADD COLUMN owner TEXT NULL;
ALTER TABLE deliveries_delivery ADD COLUMN held_until INTEGER NULL;
