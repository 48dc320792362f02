/** Look-alikes in imported entries of certificate transparency. */
export { certificateFacts } from './certificate.ts';
export { jsonEntries } from './json-entries.ts';
export { type CertificateScan, type CertifiedName, scanEntries } from './scan-entries.ts';
export { readTile } from './tile.ts';
