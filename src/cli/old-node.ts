import type { Environment } from './host.ts';
import { languageOf } from './language.ts';

/** The first with `node:sqlite` and types that are taken off as it reads; package.json says the same (`engines`). */
const FIRST_MAJOR = 24;

/**
 * What to tell who starts the installed command on a Node.js that is too old, or null. `./tamis` brings its own; npm only
 * warns of `engines`, and without this the first module that is missing there would look like a fault of Tamis.
 *
 * @param version as `process.versions.node`, `20.20.2`
 */
export function oldNode(version: string, env: Environment): string | null {
  if (Number.parseInt(version, 10) >= FIRST_MAJOR) return null;
  return {
    en: `tamis needs Node.js ${FIRST_MAJOR} or later, and this is ${version}. Where tamis is installed, this brings one along: npx -p node@${FIRST_MAJOR} tamis help`,
    fr: `tamis demande Node.js ${FIRST_MAJOR} ou plus récent, et voici la version ${version}. Là où tamis est installé, ceci en apporte un\u00a0: npx -p node@${FIRST_MAJOR} tamis help`,
  }[languageOf(env)];
}
