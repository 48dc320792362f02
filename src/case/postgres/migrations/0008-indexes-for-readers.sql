-- Indexes that accounts under row-level security may use, too. A condition with a function that is not marked leakproof
-- (`@@`, `left`) is applied after the policy, row by row, and no index answers it: until here a search by anybody but the
-- owner read every text of the case, and each page of its items all that come before (docs/decisions/0306).
SET LOCAL search_path = tamis, public;

-- Items of a case with these words, for who may see the case. Runs as the owner, whom no policy holds.
CREATE OR REPLACE FUNCTION rows_with(wanted integer, asked tsquery) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = tamis, pg_temp AS $$
  SELECT "row" FROM words WHERE case_id = wanted AND words @@ asked
    AND (wanted = ANY (allowed_cases()) OR pg_has_role(session_user, current_user, 'MEMBER'))
$$;
REVOKE ALL ON FUNCTION rows_with(integer, tsquery) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rows_with(integer, tsquery) TO tamis_worker, tamis_reader;

-- The index of Message-IDs was one no query could use.
DROP INDEX IF EXISTS items_message_id;
CREATE INDEX items_message_id ON items (case_id, md5(message_id)) WHERE message_id IS NOT NULL;

-- The beginning of a path, as an index entry may have 2,700 bytes. This writes `items` anew: some minutes for 100 GB.
ALTER TABLE items ADD COLUMN path_start text COLLATE "C" GENERATED ALWAYS AS (left(path, 600)) STORED;
DROP INDEX IF EXISTS items_path;
CREATE INDEX items_path ON items (case_id, path_start);
