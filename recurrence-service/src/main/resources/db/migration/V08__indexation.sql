-- Index values as they were published, and the indexations that were proposed and applied.

CREATE TABLE index_value (
  index_name TEXT         NOT NULL,
  month      DATE         NOT NULL CONSTRAINT index_value_is_of_a_month CHECK (EXTRACT(DAY FROM month) = 1),
  value      NUMERIC(8,2) NOT NULL CONSTRAINT index_value_is_positive CHECK (value > 0),
  CONSTRAINT index_has_one_value_a_month PRIMARY KEY (index_name, month)
);

CREATE TABLE indexation (
  id         UUID        CONSTRAINT indexation_key PRIMARY KEY,
  holds_from DATE        NOT NULL,
  index_name TEXT,
  base_month DATE,
  base_value NUMERIC(8,2),
  new_month  DATE,
  new_value  NUMERIC(8,2),
  percent    NUMERIC(7,4),
  status     TEXT        NOT NULL CONSTRAINT indexation_status_is_known CHECK (status IN ('PROPOSED', 'APPLIED')),
  created_at TIMESTAMPTZ NOT NULL,
  applied_at TIMESTAMPTZ,
  CONSTRAINT indexation_is_by_index_or_percent CHECK (
    percent IS NOT NULL AND num_nonnulls(index_name, base_month, base_value, new_month, new_value) = 0
    OR percent IS NULL AND num_nonnulls(index_name, base_month, base_value, new_month, new_value) = 5),
  CONSTRAINT indexation_applied_has_a_time CHECK ((status = 'APPLIED') = (applied_at IS NOT NULL))
);

CREATE TABLE indexed_contract (
  indexation_id UUID          NOT NULL CONSTRAINT indexed_contract_belongs_to_an_indexation REFERENCES indexation,
  contract_id   UUID          NOT NULL CONSTRAINT indexed_contract_is_a_contract REFERENCES contract,
  customer_code TEXT          NOT NULL,
  label         TEXT          NOT NULL,
  per_year      INTEGER       NOT NULL,
  old_net       NUMERIC(12,2) NOT NULL,
  new_net       NUMERIC(12,2) NOT NULL CONSTRAINT indexed_price_is_positive CHECK (new_net > 0),
  left_out      TEXT,
  CONSTRAINT contract_is_indexed_once_by_an_indexation PRIMARY KEY (indexation_id, contract_id)
);
