/** Evidence packages: made from a case, checked by anybody. */
export { buildPackage, type PackageOptions, type PackageReport } from './build-package.ts';
export { checkPackage, type PackageCheck, type PackageGround } from './check/check-package.ts';
export type { PackageProblem } from './check/problem.ts';
export { LAYOUT } from './layout.ts';
export type { LeftOut } from './left-out.ts';
export { fingerprintOfPem, type SigningKey, signingKey } from './signing-key.ts';
export { type Stamped, stampPackage } from './stamp-package.ts';
