-- What people say of items: the log of src/case/review, in the database, so that several servers may write to it.
SET LOCAL search_path = tamis, public;

CREATE TABLE review (
  case_id integer NOT NULL,
  number bigint NOT NULL,
  time text NOT NULL,
  author text NOT NULL,
  session text NOT NULL,
  item text COLLATE "C",
  base bigint NOT NULL,
  action text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (case_id, number)
);
CREATE INDEX review_item ON review (case_id, item);

-- Up to which event the custody log of the case has been told.
CREATE TABLE review_told (
  case_id integer NOT NULL PRIMARY KEY,
  number bigint NOT NULL
);

GRANT SELECT ON review, review_told TO tamis_worker, tamis_reader;
GRANT INSERT ON review TO tamis_desk;
GRANT INSERT, UPDATE ON review_told TO tamis_desk;
ALTER TABLE review ENABLE ROW LEVEL SECURITY;
ALTER TABLE review_told ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_cases ON review USING (case_id = ANY ((SELECT allowed_cases())::integer[]));
CREATE POLICY own_cases ON review_told USING (case_id = ANY ((SELECT allowed_cases())::integer[]));
