-- What invoice-service says of an invoice that stands beyond the end or within a pause of its contract: its number, and what was credited of it.

ALTER TABLE occurrence
  ADD COLUMN invoice_number TEXT,
  ADD COLUMN credited_net   NUMERIC(12,2) NOT NULL DEFAULT 0
    CONSTRAINT occurrence_credit_is_not_negative CHECK (credited_net >= 0);
