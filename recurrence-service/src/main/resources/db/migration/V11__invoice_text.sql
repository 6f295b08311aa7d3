-- The article, the subject and the scope of a contract's invoices, and of each occurrence as it was sent.

ALTER TABLE contract
  ADD COLUMN article_code TEXT CONSTRAINT contract_article_is_named CHECK (length(trim(article_code)) > 0),
  ADD COLUMN subject      TEXT CONSTRAINT contract_subject_is_named CHECK (length(trim(subject)) > 0),
  ADD COLUMN scope        JSONB NOT NULL DEFAULT '[]';

ALTER TABLE occurrence
  ADD COLUMN article_code TEXT,
  ADD COLUMN subject      TEXT,
  ADD COLUMN scope        JSONB NOT NULL DEFAULT '[]';
