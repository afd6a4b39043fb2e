CREATE INDEX intake_situation_station_open ON intake_situation (site, station, referred_on, rank, id, closed_on, first_contact_on)
    WHERE closed_on IS NULL;
