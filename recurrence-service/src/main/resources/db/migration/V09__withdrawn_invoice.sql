-- An invoice that a run made and that was dropped or cancelled since: its due date waits for a person. Issued ones stay for ever.

ALTER TABLE occurrence
  ADD COLUMN attempt INTEGER NOT NULL DEFAULT 1 CONSTRAINT occurrence_attempt_counts_from_one CHECK (attempt >= 1),
  ADD COLUMN settled BOOLEAN NOT NULL DEFAULT FALSE,
  DROP CONSTRAINT occurrence_status_is_known,
  ADD CONSTRAINT occurrence_status_is_known
    CHECK (status IN ('OPEN', 'CLAIMED', 'INVOICED', 'FAILED', 'SKIPPED', 'WITHDRAWN'));

CREATE INDEX occurrence_unsettled ON occurrence (id) WHERE status = 'INVOICED' AND NOT settled;
