-- Items that are decoys of the owner's ledger: the id of the decoy there and how it was recognised, nothing else of it.
SET LOCAL search_path = tamis, public;

CREATE TABLE decoys (
  case_id integer NOT NULL,
  "row" bigint NOT NULL,
  decoy text NOT NULL,
  likeness text NOT NULL,
  share double precision NOT NULL,
  PRIMARY KEY (case_id, "row")
);
GRANT SELECT ON decoys TO tamis_worker, tamis_reader;
-- What is read again loses its mark.
GRANT DELETE ON decoys TO tamis_worker;
ALTER TABLE decoys ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_cases ON decoys USING (case_id = ANY ((SELECT allowed_cases())::integer[]));
