/**
 * Traces: what headers say of each message (a JSON list, written once with the message), and what the pass over
 * the whole leak makes of all traces. A document's own follow from the metadata in `details`.
 */
export const traces = `
CREATE TABLE message_traces (row INTEGER PRIMARY KEY, json TEXT NOT NULL) STRICT;

CREATE TABLE trace_groups (
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  familiarity TEXT NOT NULL,
  items INTEGER NOT NULL,
  surprise REAL NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (kind, value)
) WITHOUT ROWID, STRICT;

CREATE TABLE trace_findings (
  type TEXT NOT NULL,
  number INTEGER NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (type, number)
) WITHOUT ROWID, STRICT;
`;
