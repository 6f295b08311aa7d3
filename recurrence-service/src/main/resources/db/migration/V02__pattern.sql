-- What the analyses found, and what a person decided about it.

CREATE TABLE analysis (
  id          UUID        CONSTRAINT analysis_key PRIMARY KEY,
  as_of       DATE        NOT NULL,
  documents   BIGINT      NOT NULL,
  customers   INTEGER     NOT NULL,
  created_at  TIMESTAMPTZ NOT NULL
);

CREATE TABLE pattern (
  id               UUID          CONSTRAINT pattern_key PRIMARY KEY,
  analysis_id      UUID          NOT NULL CONSTRAINT pattern_was_found_by_an_analysis REFERENCES analysis,
  customer_code    TEXT          NOT NULL,
  customer_name    TEXT          NOT NULL,
  label            TEXT          NOT NULL,
  net_amount       NUMERIC(12,2) NOT NULL CONSTRAINT pattern_has_a_price CHECK (net_amount > 0),
  periodicity      TEXT          NOT NULL,
  anchor_on        DATE          NOT NULL CONSTRAINT pattern_anchor_is_a_month CHECK (EXTRACT(DAY FROM anchor_on) = 1),
  day_of_month     INTEGER       NOT NULL CONSTRAINT pattern_day_exists CHECK (day_of_month BETWEEN 1 AND 31),
  since            DATE          NOT NULL,
  last_invoiced_on DATE          NOT NULL,
  next_due_on      DATE          NOT NULL,
  missed           INTEGER       NOT NULL,
  confidence       NUMERIC(3,2)  NOT NULL CONSTRAINT pattern_confidence_is_a_share CHECK (confidence BETWEEN 0 AND 1),
  status           TEXT          NOT NULL CONSTRAINT pattern_status_is_known CHECK (status IN ('ACTIVE', 'ENDED')),
  explanation      TEXT          NOT NULL,
  evidence         JSONB         NOT NULL,
  price_history    JSONB         NOT NULL,
  leaks            JSONB         NOT NULL,
  decision         TEXT          NOT NULL CONSTRAINT pattern_decision_is_known CHECK (decision IN ('OPEN', 'ACCEPTED', 'REJECTED')),
  contract_id      UUID
);

CREATE INDEX pattern_of_analysis ON pattern (analysis_id);
CREATE INDEX pattern_of_customer ON pattern (customer_code);
