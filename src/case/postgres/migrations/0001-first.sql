-- The first schema: several cases in one database, each row under the number of its case.
--
-- Every key begins with the case, and no table refers to another: rows of one case can lie together on any node
-- (docs/scale.md). Paths and ids compare by their bytes, as in SQLite, whatever the locale of the server.
-- JSON is text, written and read by Tamis alone: jsonb refuses U+0000, which names in a leak hold.

CREATE SCHEMA IF NOT EXISTS tamis;
SET LOCAL search_path = tamis, public;

CREATE TABLE cases (
  case_id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text COLLATE "C" NOT NULL UNIQUE,
  created timestamptz NOT NULL DEFAULT now()
);

-- Which role of the database may do what with which case. Who owns the tables may do everything.
CREATE TABLE access (
  role_name name NOT NULL,
  case_id integer NOT NULL,
  PRIMARY KEY (role_name, case_id)
);

CREATE SEQUENCE item_rows AS bigint;
CREATE SEQUENCE task_ids AS bigint;

CREATE TABLE settings (
  case_id integer NOT NULL,
  name text COLLATE "C" NOT NULL,
  value text NOT NULL,
  PRIMARY KEY (case_id, name)
);

CREATE TABLE inputs (
  case_id integer NOT NULL,
  number integer NOT NULL,
  path text COLLATE "C" NOT NULL,
  role text NOT NULL,
  name text COLLATE "C" NOT NULL,
  PRIMARY KEY (case_id, number),
  UNIQUE (case_id, role, path),
  UNIQUE (case_id, role, name)
);

CREATE TABLE sources (
  case_id integer NOT NULL,
  role text COLLATE "C" NOT NULL,
  path text COLLATE "C" NOT NULL,
  size bigint NOT NULL,
  mtime_ms double precision NOT NULL,
  sha256 text NOT NULL,
  PRIMARY KEY (case_id, role, path)
);

-- `holder` and `until`: who works on it, and how long that holds without a sign of life. `deaths` and
-- `died_at`: how many processes ended while they held it, and the cursor at which the last did. `careful`: every
-- item is committed by itself, so that the next death names it. `version` counts the commits.
CREATE TABLE tasks (
  case_id integer NOT NULL,
  id bigint NOT NULL DEFAULT nextval('task_ids'),
  key text COLLATE "C" NOT NULL,
  -- A key may be as long as a path of a leak, and a B-tree takes 2,700 bytes: SHA-256 stands for it.
  key_hash text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  payload text NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  done boolean NOT NULL DEFAULT false,
  holder uuid,
  until timestamptz,
  version bigint NOT NULL DEFAULT 0,
  deaths integer NOT NULL DEFAULT 0,
  died_at bigint,
  careful boolean NOT NULL DEFAULT false,
  PRIMARY KEY (case_id, id),
  UNIQUE (case_id, key_hash)
);
CREATE INDEX tasks_pending ON tasks (case_id, id) WHERE NOT done;

CREATE TABLE workers (
  case_id integer NOT NULL,
  worker uuid NOT NULL,
  host text NOT NULL,
  pid integer NOT NULL,
  jobs integer NOT NULL,
  started timestamptz NOT NULL DEFAULT now(),
  seen timestamptz NOT NULL DEFAULT now(),
  state text NOT NULL,
  commits bigint NOT NULL DEFAULT 0,
  items bigint NOT NULL DEFAULT 0,
  failures bigint NOT NULL DEFAULT 0,
  bytes bigint NOT NULL DEFAULT 0,
  memory bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (case_id, worker)
);

-- A row for each connection that writes: their sum tells a reader that something was written, and no writer
-- waits for another.
CREATE TABLE writers (
  case_id integer NOT NULL,
  writer uuid NOT NULL,
  writes bigint NOT NULL,
  PRIMARY KEY (case_id, writer)
);

CREATE TABLE items (
  case_id integer NOT NULL,
  "row" bigint NOT NULL,
  id text COLLATE "C" NOT NULL,
  role text NOT NULL,
  path text COLLATE "C" NOT NULL,
  parent text COLLATE "C",
  kind text NOT NULL,
  type text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  size bigint NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  status text NOT NULL,
  failure text COLLATE "C",
  failure_detail text,
  date text COLLATE "C",
  attachments integer NOT NULL,
  expected bigint,
  emitted bigint,
  failed bigint,
  skipped bigint,
  -- Null for what is no message.
  subject text,
  message_id text COLLATE "C",
  from_address text,
  canonical text,
  mih text,
  rebuilt integer,
  list text,
  people text,
  links text,
  -- Null where there is nothing.
  text text,
  traces text,
  -- What only `show` reads, and of it what queries ask for.
  details text NOT NULL,
  programs text,
  details_language text,
  PRIMARY KEY (case_id, "row"),
  UNIQUE (case_id, id)
);
CREATE INDEX items_path ON items (case_id, left(path, 600));
CREATE INDEX items_parent ON items (case_id, md5(parent)) WHERE parent IS NOT NULL;
CREATE INDEX items_failure ON items (case_id, failure) WHERE failure IS NOT NULL;
CREATE INDEX items_sha256 ON items (case_id, sha256);
CREATE INDEX items_message_id ON items (case_id, left(message_id, 300)) WHERE message_id IS NOT NULL;

CREATE TABLE signatures (
  case_id integer NOT NULL,
  "row" bigint NOT NULL,
  json text NOT NULL,
  PRIMARY KEY (case_id, "row")
);

CREATE TABLE contents (
  case_id integer NOT NULL,
  "row" bigint NOT NULL,
  language text,
  topics text,
  personal text,
  sketch bytea,
  PRIMARY KEY (case_id, "row")
);

CREATE TABLE ocr (
  case_id integer NOT NULL,
  "row" bigint NOT NULL,
  next integer,
  json text NOT NULL,
  PRIMARY KEY (case_id, "row")
);

CREATE TABLE near_duplicates (
  case_id integer NOT NULL,
  "row" bigint NOT NULL,
  cluster text NOT NULL,
  similarity double precision NOT NULL,
  PRIMARY KEY (case_id, "row")
);
CREATE INDEX near_duplicates_cluster ON near_duplicates (case_id, cluster);

CREATE TABLE threads (
  case_id integer NOT NULL,
  "row" bigint NOT NULL,
  thread text NOT NULL,
  PRIMARY KEY (case_id, "row")
);
CREATE INDEX threads_thread ON threads (case_id, thread);

CREATE TABLE duplicates (
  case_id integer NOT NULL,
  "row" bigint NOT NULL,
  of_id text NOT NULL,
  PRIMARY KEY (case_id, "row")
);

CREATE TABLE judgements (
  case_id integer NOT NULL,
  "row" bigint NOT NULL,
  verdict text NOT NULL,
  reasons text NOT NULL,
  codes text[] NOT NULL,
  PRIMARY KEY (case_id, "row")
);
CREATE INDEX judgements_verdict ON judgements (case_id, verdict);
CREATE INDEX judgements_codes ON judgements USING gin (codes);

CREATE TABLE trace_groups (
  case_id integer NOT NULL,
  number integer NOT NULL,
  kind text COLLATE "C" NOT NULL,
  value text COLLATE "C" NOT NULL,
  familiarity text NOT NULL,
  items integer NOT NULL,
  surprise double precision NOT NULL,
  json text NOT NULL,
  PRIMARY KEY (case_id, number)
);

CREATE TABLE trace_findings (
  case_id integer NOT NULL,
  type text NOT NULL,
  number integer NOT NULL,
  json text NOT NULL,
  PRIMARY KEY (case_id, type, number)
);

CREATE TABLE keys (
  case_id integer NOT NULL,
  domain text COLLATE "C" NOT NULL,
  selector text COLLATE "C" NOT NULL,
  record text COLLATE "C" NOT NULL,
  trust text COLLATE "C" NOT NULL,
  source text COLLATE "C" NOT NULL,
  first_seen text COLLATE "C",
  last_seen text COLLATE "C",
  -- SHA-256 of all that makes it one: a record may be longer than an index takes.
  key_hash text COLLATE "C" NOT NULL,
  PRIMARY KEY (case_id, key_hash)
);

CREATE TABLE custody (
  case_id integer NOT NULL,
  number bigint NOT NULL,
  time text NOT NULL,
  action text NOT NULL,
  detail text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (case_id, number)
);

-- The words of an item as src/case/postgres/words.ts cuts and folds them, a letter for the column before each. A long
-- text is several rows: a tsvector keeps 255 places of a word and no place beyond 16,383.
CREATE TABLE words (
  case_id integer NOT NULL,
  "row" bigint NOT NULL,
  chunk integer NOT NULL,
  words tsvector NOT NULL,
  PRIMARY KEY (case_id, "row", chunk)
);
CREATE INDEX words_words ON words USING gin (words) WITH (fastupdate = off);
