/** Items that are decoys of the owner's ledger: the id of the decoy there and how it was recognised, nothing else of it. */
export const decoys = `
CREATE TABLE decoys (row INTEGER PRIMARY KEY, decoy TEXT NOT NULL, likeness TEXT NOT NULL, share REAL NOT NULL) STRICT;
`;
