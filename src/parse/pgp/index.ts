/** OpenPGP containers: signed ones opened, encrypted ones named and kept as they are. */
export { openPgp, type Pgp } from './pgp.ts';
