-- Which due date each document of a pattern stands for: an end that is set before what the history shows names these documents. The next
-- analysis fills it.

ALTER TABLE pattern ADD COLUMN occurrences JSONB NOT NULL DEFAULT '[]';
