-- Runs and the occurrences that they invoiced. An occurrence is one contract and one period, and exists once.

CREATE TABLE run (
  id         UUID        CONSTRAINT run_key PRIMARY KEY,
  due_from   DATE        NOT NULL,
  due_to     DATE        NOT NULL,
  status     TEXT        NOT NULL CONSTRAINT run_status_is_known CHECK (status IN ('RUNNING', 'DONE', 'INCOMPLETE')),
  created    INTEGER     NOT NULL,
  existing   INTEGER     NOT NULL,
  failed     INTEGER     NOT NULL,
  total_net  NUMERIC(14,2) NOT NULL,
  started_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE occurrence (
  id          UUID          CONSTRAINT occurrence_key PRIMARY KEY,
  contract_id UUID          NOT NULL CONSTRAINT occurrence_belongs_to_a_contract REFERENCES contract,
  period_from DATE          NOT NULL,
  period_to   DATE          NOT NULL,
  due_on      DATE          NOT NULL,
  net_amount  NUMERIC(12,2) NOT NULL,
  label       TEXT          NOT NULL,
  approve     BOOLEAN       NOT NULL,
  status      TEXT          NOT NULL CONSTRAINT occurrence_status_is_known CHECK (status IN ('CLAIMED', 'INVOICED', 'FAILED', 'SKIPPED')),
  run_id      UUID          CONSTRAINT occurrence_was_made_by_a_run REFERENCES run,
  invoice_id  UUID,
  problem     TEXT,
  CONSTRAINT occurrence_of_a_contract_and_period_exists_once UNIQUE (contract_id, period_from),
  CONSTRAINT occurrence_invoiced_has_an_invoice CHECK (status <> 'INVOICED' OR invoice_id IS NOT NULL)
);
