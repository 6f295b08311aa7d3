-- Why a contract was resumed or ended, and whether its first and last periods are invoiced by the day.

ALTER TABLE contract
  ADD COLUMN end_reason TEXT,
  ADD COLUMN prorated   BOOLEAN NOT NULL DEFAULT FALSE;

ALTER TABLE contract_pause
  ADD COLUMN resume_reason TEXT;
