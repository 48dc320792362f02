/**
 * The first schema.
 *
 * What a list of hits needs is narrow and stands in `items` and `messages`; what only `show` reads (`texts`,
 * `details`) lies apart, so that a filter that scans does not drag bodies through the cache. What the
 * corpus-wide passes find (`threads`, `duplicates`, `judgements`) has tables of its own: the passes
 * append instead of rewriting every item.
 *
 * `words` has no content of its own (docs/decisions/0090): the text stands once, in `texts`. The columns
 * `sender` to `place` are what `from:`, `to:`, `cc:`, `filename:` and `in:` look into.
 */
export const first = `
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID, STRICT;

CREATE TABLE inputs (
  number INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  role TEXT NOT NULL,
  name TEXT NOT NULL,
  UNIQUE (role, path),
  UNIQUE (role, name)
) STRICT;

CREATE TABLE sources (
  role TEXT NOT NULL,
  path TEXT NOT NULL,
  size INTEGER NOT NULL,
  mtime_ms REAL NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (role, path)
) WITHOUT ROWID, STRICT;

CREATE TABLE tasks (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  done INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX tasks_pending ON tasks (id) WHERE done = 0;

CREATE TABLE items (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL,
  path TEXT NOT NULL,
  parent TEXT,
  kind TEXT NOT NULL,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  status TEXT NOT NULL,
  failure TEXT,
  failure_detail TEXT,
  date TEXT,
  attachments INTEGER NOT NULL,
  expected INTEGER,
  emitted INTEGER,
  failed INTEGER,
  skipped INTEGER
) STRICT;
CREATE INDEX items_path ON items (path);
CREATE INDEX items_parent ON items (parent) WHERE parent IS NOT NULL;
CREATE INDEX items_failure ON items (failure) WHERE failure IS NOT NULL;

CREATE TABLE messages (
  row INTEGER PRIMARY KEY,
  message_id TEXT,
  subject TEXT NOT NULL,
  from_address TEXT NOT NULL,
  canonical TEXT NOT NULL,
  mih TEXT,
  rebuilt INTEGER NOT NULL,
  list TEXT,
  people TEXT NOT NULL,
  links TEXT NOT NULL
) STRICT;
CREATE INDEX messages_id ON messages (message_id) WHERE message_id IS NOT NULL;

CREATE TABLE signatures (row INTEGER PRIMARY KEY, json TEXT NOT NULL) STRICT;
CREATE TABLE texts (row INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
CREATE TABLE details (row INTEGER PRIMARY KEY, json TEXT NOT NULL) STRICT;

CREATE TABLE threads (row INTEGER PRIMARY KEY, thread TEXT NOT NULL) STRICT;
CREATE INDEX threads_thread ON threads (thread);
CREATE TABLE duplicates (row INTEGER PRIMARY KEY, of_id TEXT NOT NULL) STRICT;
CREATE TABLE judgements (row INTEGER PRIMARY KEY, verdict TEXT NOT NULL, reasons TEXT NOT NULL) STRICT;
CREATE INDEX judgements_verdict ON judgements (verdict);
CREATE TABLE reasons (row INTEGER NOT NULL, code TEXT NOT NULL, PRIMARY KEY (row, code)) WITHOUT ROWID, STRICT;
CREATE INDEX reasons_code ON reasons (code);

CREATE TABLE keys (
  domain TEXT NOT NULL,
  selector TEXT NOT NULL,
  record TEXT NOT NULL,
  trust TEXT NOT NULL,
  source TEXT NOT NULL,
  first_seen TEXT,
  last_seen TEXT,
  PRIMARY KEY (domain, selector, record, trust, source)
) WITHOUT ROWID, STRICT;

CREATE TABLE custody (
  number INTEGER PRIMARY KEY,
  time TEXT NOT NULL,
  action TEXT NOT NULL,
  detail TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE words USING fts5(
  subject, sender, recipients, copies, body, files, place,
  content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2'
);
INSERT INTO words(words, rank) VALUES ('pgsz', 16000);
INSERT INTO words(words, rank) VALUES ('automerge', 0);
INSERT INTO words(words, rank) VALUES ('crisismerge', 16);
INSERT INTO words(words, rank) VALUES ('hashsize', 33554432);
INSERT INTO words(words, rank) VALUES ('rank', 'bm25(8.0, 4.0, 2.0, 2.0, 1.0, 4.0, 0.0)');
`;
