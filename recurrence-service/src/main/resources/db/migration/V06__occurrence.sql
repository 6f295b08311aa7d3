-- A part of a period can be invoiced, an occurrence can be skipped with a reason, and a skip can be taken back.

ALTER TABLE occurrence
  ADD COLUMN service_from DATE,
  ADD COLUMN service_to   DATE,
  ADD COLUMN skipped_on   DATE,
  ADD COLUMN skip_reason  TEXT;

UPDATE occurrence SET service_from = period_from, service_to = period_to;

ALTER TABLE occurrence
  ALTER COLUMN service_from SET NOT NULL,
  ALTER COLUMN service_to SET NOT NULL,
  ADD CONSTRAINT occurrence_service_is_in_its_period
    CHECK (period_from <= service_from AND service_from <= service_to AND service_to <= period_to),
  DROP CONSTRAINT occurrence_status_is_known,
  ADD CONSTRAINT occurrence_status_is_known
    CHECK (status IN ('OPEN', 'CLAIMED', 'INVOICED', 'FAILED', 'SKIPPED')),
  ADD CONSTRAINT occurrence_skipped_has_a_reason
    CHECK (status <> 'SKIPPED' OR skipped_on IS NOT NULL AND skip_reason IS NOT NULL);

-- Months of many contracts are looked up by date, and what a run or an invoice belongs to by its id.
CREATE INDEX occurrence_by_due_date ON occurrence (due_on);
CREATE INDEX occurrence_by_period ON occurrence (period_from);
CREATE INDEX occurrence_by_run ON occurrence (run_id);
CREATE INDEX occurrence_by_invoice ON occurrence (invoice_id);
