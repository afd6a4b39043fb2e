CREATE TABLE deliveries_delivery (
    id TEXT NOT NULL PRIMARY KEY,
    site TEXT NOT NULL,
    report TEXT NOT NULL,
    period TEXT NOT NULL,
    recipient TEXT NOT NULL,
    state TEXT NOT NULL,
    subject TEXT NULL,
    text TEXT NULL,
    html TEXT NULL,
    attempts INTEGER NOT NULL,
    planned_at INTEGER NOT NULL,
    next_attempt_at INTEGER NOT NULL,
    until INTEGER NOT NULL,
    sent_at INTEGER NULL,
    UNIQUE (site, report, period, recipient)
);

CREATE INDEX deliveries_delivery_due ON deliveries_delivery (state, next_attempt_at);

CREATE TABLE deliveries_event (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    delivery TEXT NOT NULL REFERENCES deliveries_delivery (id),
    at INTEGER NOT NULL,
    state TEXT NOT NULL,
    sentence TEXT NOT NULL
);

CREATE INDEX deliveries_event_delivery ON deliveries_event (delivery);
