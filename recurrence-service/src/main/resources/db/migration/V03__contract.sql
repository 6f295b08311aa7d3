-- The validated contracts, their prices and pauses, and the user's own configuration file.

CREATE TABLE contract (
  id             UUID         CONSTRAINT contract_key PRIMARY KEY,
  customer_code  TEXT         NOT NULL,
  customer_name  TEXT         NOT NULL,
  label          TEXT         NOT NULL,
  periodicity    TEXT         NOT NULL,
  anchor_on      DATE         NOT NULL CONSTRAINT contract_anchor_is_a_month CHECK (EXTRACT(DAY FROM anchor_on) = 1),
  day_of_month   INTEGER      NOT NULL CONSTRAINT contract_day_exists CHECK (day_of_month BETWEEN 1 AND 31),
  since          DATE         NOT NULL,
  bill_from      DATE         NOT NULL,
  until          DATE,
  approval       TEXT         NOT NULL CONSTRAINT contract_approval_is_known CHECK (approval IN ('AUTOMATIC', 'MANUAL')),
  included_hours NUMERIC(6,2) CONSTRAINT contract_hours_are_not_negative CHECK (included_hours >= 0),
  pattern_id     UUID         CONSTRAINT contract_is_made_once_from_a_pattern UNIQUE,
  created_at     TIMESTAMPTZ  NOT NULL,
  version        INTEGER      NOT NULL
);

CREATE TABLE contract_price (
  contract_id UUID          NOT NULL CONSTRAINT price_belongs_to_a_contract REFERENCES contract,
  holds_from  DATE          NOT NULL,
  net_amount  NUMERIC(12,2) NOT NULL CONSTRAINT price_is_positive CHECK (net_amount > 0),
  CONSTRAINT contract_has_one_price_a_day PRIMARY KEY (contract_id, holds_from)
);

CREATE TABLE contract_pause (
  contract_id UUID NOT NULL CONSTRAINT pause_belongs_to_a_contract REFERENCES contract,
  paused_from DATE NOT NULL,
  resumed_on  DATE,
  reason      TEXT,
  CONSTRAINT contract_pauses_once_a_day PRIMARY KEY (contract_id, paused_from),
  CONSTRAINT pause_ends_after_it_begins CHECK (resumed_on IS NULL OR resumed_on >= paused_from)
);

CREATE TABLE config_entry (
  config_key  TEXT          CONSTRAINT config_entry_key PRIMARY KEY,
  position    INTEGER       NOT NULL,
  amount      NUMERIC(12,2) NOT NULL,
  frequency   TEXT          NOT NULL,
  day         INTEGER       NOT NULL,
  description TEXT          NOT NULL,
  contract_id UUID          CONSTRAINT config_entry_is_of_a_contract REFERENCES contract,
  loaded_at   TIMESTAMPTZ   NOT NULL
);
