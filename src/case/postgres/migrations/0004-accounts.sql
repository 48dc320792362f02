-- Accounts of the workbench for one case, and who is signed in. Passwords by scrypt; sessions by the SHA-256 of what the
-- browser holds. A role of its own, as readers must not see either.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'tamis_desk') THEN
    CREATE ROLE tamis_desk NOLOGIN IN ROLE tamis_reader;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL;
END
$$;

SET LOCAL search_path = tamis, public;

CREATE TABLE accounts (
  case_id integer NOT NULL,
  name text COLLATE "C" NOT NULL,
  role text NOT NULL CHECK (role IN ('reader', 'reviewer', 'lead')),
  salt bytea NOT NULL,
  key bytea NOT NULL,
  cost integer NOT NULL,
  revoked boolean NOT NULL DEFAULT false,
  PRIMARY KEY (case_id, name)
);

CREATE TABLE sessions (
  case_id integer NOT NULL,
  session_hash text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  started timestamptz NOT NULL DEFAULT now(),
  ended timestamptz,
  PRIMARY KEY (case_id, session_hash)
);

GRANT SELECT ON accounts TO tamis_desk;
GRANT SELECT, INSERT, UPDATE ON sessions TO tamis_desk;
ALTER TABLE accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE sessions ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_cases ON accounts USING (case_id = ANY ((SELECT allowed_cases())::integer[]));
CREATE POLICY own_cases ON sessions USING (case_id = ANY ((SELECT allowed_cases())::integer[]));
