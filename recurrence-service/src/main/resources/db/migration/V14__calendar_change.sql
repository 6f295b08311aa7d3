-- A price lives with its periodicity: a contract that goes back to an earlier calendar goes back to its prices. And the months that lie
-- between two calendars, billed by neither, are kept until something covers them.

ALTER TABLE contract_price
  ADD COLUMN periodicity TEXT,
  ADD COLUMN with_change BOOLEAN NOT NULL DEFAULT FALSE;

UPDATE contract_price SET periodicity = contract.periodicity FROM contract WHERE contract.id = contract_price.contract_id;

ALTER TABLE contract_price
  ALTER COLUMN periodicity SET NOT NULL,
  DROP CONSTRAINT contract_has_one_price_a_day,
  ADD CONSTRAINT contract_has_one_price_a_day_and_periodicity PRIMARY KEY (contract_id, holds_from, periodicity);

CREATE TABLE contract_gap (
  contract_id UUID          NOT NULL CONSTRAINT gap_belongs_to_a_contract REFERENCES contract,
  month_on    DATE          NOT NULL CONSTRAINT gap_is_a_month CHECK (EXTRACT(DAY FROM month_on) = 1),
  net_amount  NUMERIC(12,2) NOT NULL,
  CONSTRAINT contract_has_one_gap_a_month PRIMARY KEY (contract_id, month_on)
);
