/**
 * What the words of an item tell (`topics` and `personal` as JSON, null where there is nothing), and the clusters of
 * near-duplicates that the passes make of the sketches. A row for each item with text.
 */
export const contents = `
CREATE TABLE contents (
  row INTEGER PRIMARY KEY,
  language TEXT,
  topics TEXT,
  personal TEXT,
  sketch BLOB
) STRICT;
CREATE TABLE near_duplicates (
  row INTEGER PRIMARY KEY,
  cluster TEXT NOT NULL,
  similarity REAL NOT NULL
) STRICT;
CREATE INDEX near_duplicates_cluster ON near_duplicates (cluster);
`;
