-- The tries that the submission had at the start of its last POST. A desk with no more tries is a restored copy of its home.
ALTER TABLE forecourt.claim ADD COLUMN tries integer NOT NULL DEFAULT 0;
