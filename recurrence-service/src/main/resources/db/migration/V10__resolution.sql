-- A person's word that an anomaly is dealt with: the missing invoice was written by hand, the double was credited, nothing is owed.
-- The id is made of what the anomaly says, so that another amount or document is another anomaly.

CREATE TABLE resolution (
  anomaly_id  UUID PRIMARY KEY,
  reason      TEXT NOT NULL CONSTRAINT resolution_has_a_reason CHECK (length(trim(reason)) > 0),
  resolved_by TEXT NOT NULL,
  resolved_at TIMESTAMPTZ NOT NULL
);
