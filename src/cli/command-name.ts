import type { Environment } from './host.ts';

/** How the user started Tamis, so that what it suggests can be typed as it stands. */
export function commandName(env: Environment): string {
  return env.TAMIS_COMMAND ?? 'tamis';
}
