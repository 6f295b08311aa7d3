-- A contract that only the user's file names waits for the history to confirm it, and each key says why it stands for none.

ALTER TABLE contract
  ADD COLUMN configured_only BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN edited          BOOLEAN NOT NULL DEFAULT FALSE,
  ADD CONSTRAINT contract_proven_is_not_configured_only CHECK (NOT configured_only OR pattern_id IS NULL);

ALTER TABLE config_entry
  ADD COLUMN customer_code     TEXT,
  ADD COLUMN customer_name     TEXT,
  ADD COLUMN unmatched_because TEXT;

UPDATE config_entry SET customer_code = contract.customer_code, customer_name = contract.customer_name FROM contract WHERE contract.id = config_entry.contract_id;

-- Contracts of the file that no pattern was ever joined to; a person may have written them, so they are never taken away.
UPDATE contract SET configured_only = TRUE, edited = TRUE
  WHERE pattern_id IS NULL AND id IN (SELECT contract_id FROM config_entry);

UPDATE config_entry SET unmatched_because = 'Aucun client ne porte ce nom.' WHERE contract_id IS NULL;

CREATE INDEX contract_of_customer ON contract (customer_code);
