-- Two roles without a login, given to the accounts of workers and readers, and the rows they may see: those of the
-- cases that `access` names for them or for a role they are in.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'tamis_worker') THEN
    CREATE ROLE tamis_worker NOLOGIN;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'tamis_reader') THEN
    CREATE ROLE tamis_reader NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  -- Another database of this server is being set up at the same moment: roles belong to the server.
  NULL;
END
$$;

SET LOCAL search_path = tamis, public;

CREATE FUNCTION allowed_cases() RETURNS integer[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = tamis, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT case_id), '{}') FROM access
  WHERE EXISTS (SELECT FROM pg_roles r WHERE r.rolname = role_name AND pg_has_role(session_user, r.oid, 'MEMBER'))
$$;

-- Opens a case to a role: SELECT tamis.allow('ana', 'macron'). For who owns the tables.
CREATE FUNCTION allow(who name, case_name text) RETURNS void
LANGUAGE sql SET search_path = tamis, pg_temp AS $$
  INSERT INTO access SELECT who, case_id FROM cases WHERE name = case_name ON CONFLICT DO NOTHING
$$;
CREATE FUNCTION disallow(who name, case_name text) RETURNS void
LANGUAGE sql SET search_path = tamis, pg_temp AS $$
  DELETE FROM access a USING cases c WHERE a.role_name = who AND a.case_id = c.case_id AND c.name = case_name
$$;
REVOKE ALL ON FUNCTION allow(name, text), disallow(name, text) FROM PUBLIC;

GRANT USAGE ON SCHEMA tamis TO tamis_worker, tamis_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA tamis TO tamis_worker, tamis_reader;
REVOKE ALL ON access FROM tamis_worker, tamis_reader;
GRANT INSERT ON custody TO tamis_worker, tamis_reader;
GRANT USAGE ON SEQUENCE item_rows, task_ids TO tamis_worker;
-- A worker adds and changes what reading finds, never the custody log, keys, inputs or settings.
GRANT INSERT, UPDATE ON tasks, workers, writers, sources TO tamis_worker;
GRANT INSERT, UPDATE, DELETE ON items, signatures, contents, ocr, words TO tamis_worker;
-- What the passes found of an item that is read again goes with it.
GRANT DELETE ON threads, duplicates, judgements, near_duplicates TO tamis_worker;

DO $$
DECLARE name text;
BEGIN
  FOR name IN SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'tamis' AND c.relkind = 'r' AND c.relname NOT IN ('access', 'migrations')
  LOOP
    EXECUTE format('ALTER TABLE tamis.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_cases ON tamis.%I USING (case_id = ANY ((SELECT tamis.allowed_cases())::integer[]))', name);
  END LOOP;
END
$$;
