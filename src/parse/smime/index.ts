/** S/MIME containers: signed ones opened, encrypted ones named and kept as they are. */
export { openPkcs7, type Pkcs7 } from './pkcs7.ts';
