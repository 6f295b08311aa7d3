-- What was due when a run began, what failed and when it ended; and what dry runs said.

CREATE TABLE run_preview (
  id         UUID        CONSTRAINT run_preview_key PRIMARY KEY,
  due_from   DATE        NOT NULL,
  due_to     DATE        NOT NULL,
  lines      JSONB       NOT NULL,
  created_at TIMESTAMPTZ NOT NULL
);

ALTER TABLE run
  ADD COLUMN preview_id UUID,
  ADD COLUMN due        INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN failures   JSONB   NOT NULL DEFAULT '[]',
  ADD COLUMN ended_at   TIMESTAMPTZ;

UPDATE run SET due = created + existing + failed;

ALTER TABLE run
  ALTER COLUMN due DROP DEFAULT,
  ALTER COLUMN failures DROP DEFAULT,
  ADD CONSTRAINT run_adds_up CHECK (created + existing + failed <= due);

CREATE INDEX run_by_start ON run (started_at, id);
