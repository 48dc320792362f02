import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { TamisError } from '../../model/index.ts';
import { unreadableFile } from '../../model/refusal.ts';

const FORMAT = 'tamis-bait-domains-1';

/** Names told before, from a state file; none when there is no such file yet. Throws TamisError `state`. */
export function readSeenNames(file: string): ReadonlySet<string> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return new Set();
    throw unreadableFile('state', file, cause);
  }
  const names = namesOf(text);
  if (names === null)
    throw new TamisError('state', {
      en: `${file} is no state of tamis bait domains; it is left as it is.`,
      fr: `${file} n’est pas un état de tamis bait domains\u202f; il est laissé tel quel.`,
    });
  return new Set(names);
}

/** Writes the state whole or not at all: into a file beside it, which then takes its place. */
export function writeSeenNames(file: string, names: Iterable<string>): void {
  const beside = `${file}.${randomUUID()}.tmp`;
  try {
    writeFileSync(beside, `${JSON.stringify({ format: FORMAT, names: [...names].sort() }, null, 1)}\n`, {
      flag: 'wx',
      mode: 0o600,
      flush: true,
    });
    renameSync(beside, file);
  } catch (cause) {
    rmSync(beside, { force: true });
    throw new TamisError(
      'state',
      {
        en: `cannot write the state ${file}: ${String(cause)}`,
        fr: `impossible d’écrire l’état ${file}\u00a0: ${String(cause)}`,
      },
      { cause },
    );
  }
}

function namesOf(text: string): string[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  if (!('format' in value) || value.format !== FORMAT || !('names' in value)) return null;
  const { names } = value;
  return Array.isArray(names) && names.every((name) => typeof name === 'string') ? names : null;
}
