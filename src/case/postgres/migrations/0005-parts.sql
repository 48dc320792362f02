-- Pieces of the passes over the whole leak, of OCR and of the recovery of keys, for whoever is free (docs/decisions/0292).
-- A row is gone when its result has been put together; nothing here is part of what a case says.
SET LOCAL search_path = tamis, public;

CREATE TABLE part_commons (
  case_id integer NOT NULL,
  -- SHA-256 of the value.
  hash text COLLATE "C" NOT NULL,
  value text NOT NULL,
  PRIMARY KEY (case_id, hash)
);

-- `key_hash`: SHA-256 of all that the result depends on. `place`: its place among the pieces of its part.
CREATE TABLE parts (
  case_id integer NOT NULL,
  key_hash text COLLATE "C" NOT NULL,
  part text NOT NULL,
  place integer NOT NULL,
  common text COLLATE "C" NOT NULL,
  piece text NOT NULL,
  holder uuid,
  until timestamptz,
  deaths integer NOT NULL DEFAULT 0,
  done boolean NOT NULL DEFAULT false,
  found text,
  PRIMARY KEY (case_id, key_hash)
);
CREATE INDEX parts_pending ON parts (case_id, place) WHERE NOT done;

GRANT SELECT ON part_commons TO tamis_worker;
GRANT SELECT, UPDATE ON parts TO tamis_worker;
-- What a piece finds of verdicts is written with it.
GRANT INSERT, UPDATE ON judgements TO tamis_worker;
ALTER TABLE part_commons ENABLE ROW LEVEL SECURITY;
ALTER TABLE parts ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_cases ON part_commons USING (case_id = ANY ((SELECT allowed_cases())::integer[]));
CREATE POLICY own_cases ON parts USING (case_id = ANY ((SELECT allowed_cases())::integer[]));
