import { lstatSync, readdirSync, readlinkSync, type Stats, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Failure } from '../model/index.ts';
import { nativePath, percentName, readableName, textOfName } from './name.ts';

/** What every entry has: where it is (for `openFile`) and how it is called (for people). */
interface Place {
  /** Absolute; names that are not UTF-8 are kept in the form `openFile` understands. */
  readonly path: string;
  /** Relative to the root, `/`-separated, readable, unique in the walk. The own name of a root that is a file. */
  readonly name: string;
}

/** What lies in a folder and holds no bytes to read. */
export type SpecialKind = 'device' | 'fifo' | 'socket';

/** What is met on the walk through a folder. */
export type WalkEntry =
  | (Place & { readonly type: 'file'; readonly size: number; readonly mtimeMs: number })
  /** A symbolic link; `target` as it is written in the link. Never followed. */
  | (Place & { readonly type: 'link'; readonly target: string })
  | (Place & { readonly type: 'special'; readonly kind: SpecialKind })
  /** A folder that cannot be listed, or an entry that cannot be looked at. */
  | (Place & { readonly type: 'failed'; readonly failure: Failure });

/**
 * Everything below `root`, in the byte order of the names, a folder's content in the folder's place: the
 * same order at every run, which is what lets a sift resume. Folders themselves are not entries. Links are
 * not followed, so there are no loops; only `root` itself may be one, since the user named it. Memory is
 * that of the listings of the folders on the way down to the current entry (about 60 bytes a name).
 */
export function* walk(root: string): Generator<WalkEntry> {
  const path = resolve(root);
  const stat = look(() => statSync(nativePath(path)));
  if ('code' in stat || !stat.isDirectory()) {
    yield entryOf({ path, name: readableName(basename(path)) }, stat);
    return;
  }
  yield* walkFolder({ path, name: '' });
}

/** One folder being listed: its names in order, and how far we are. */
interface Level {
  readonly place: Place;
  readonly names: readonly string[];
  readonly shown: ReadonlyMap<string, string>;
  next: number;
}

/** Depth first with a stack of our own: a dump nested ten thousand folders deep must not exhaust the call stack. */
function* walkFolder(root: Place): Generator<WalkEntry> {
  const stack: Level[] = [];
  const descend = (place: Place): Failure | null => {
    const names = look(() => readdirSync(nativePath(place.path), 'latin1').sort(byteOrder));
    if ('code' in names) return names;
    stack.push({ place, names, shown: shownNames(names), next: 0 });
    return null;
  };
  const refused = descend(root);
  if (refused !== null) yield { ...root, type: 'failed', failure: refused };
  for (let level = stack.at(-1); level !== undefined; level = stack.at(-1)) {
    const raw = level.names[level.next++];
    if (raw === undefined) {
      stack.pop();
      continue;
    }
    const place = placeOf(level, raw);
    const stat = look(() => lstatSync(nativePath(place.path)));
    if (!('code' in stat) && stat.isDirectory()) {
      const failure = descend(place);
      if (failure !== null) yield { ...place, type: 'failed', failure };
    } else {
      yield entryOf(place, stat);
    }
  }
}

function entryOf(place: Place, stat: Stats | Failure): WalkEntry {
  if ('code' in stat) return { ...place, type: 'failed', failure: stat };
  if (stat.isFile()) return { ...place, type: 'file', size: stat.size, mtimeMs: stat.mtimeMs };
  if (stat.isSymbolicLink()) {
    const target = look(() => textOfName(readlinkSync(nativePath(place.path), 'latin1')));
    if (typeof target !== 'string') return { ...place, type: 'failed', failure: target };
    return { ...place, type: 'link', target: readableName(target) };
  }
  return { ...place, type: 'special', kind: specialKindOf(stat) };
}

function specialKindOf(stat: Stats): SpecialKind {
  if (stat.isFIFO()) return 'fifo';
  return stat.isSocket() ? 'socket' : 'device';
}

/** Names are held as one char per byte, so comparing code units compares bytes. */
function byteOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function placeOf(level: Level, raw: string): Place {
  const own = textOfName(raw);
  const { path, name } = level.place;
  const shown = level.shown.get(raw) ?? own;
  return {
    path: path.endsWith('/') ? path + own : `${path}/${own}`,
    name: name === '' ? shown : `${name}/${shown}`,
  };
}

/**
 * Readable names for the entries of one folder that are not UTF-8 (usually none), kept apart from each other
 * and from the rest: `é` in Latin-1 and `é` in UTF-8 may stand in one folder, and a name must be unique.
 */
function shownNames(names: readonly string[]): ReadonlyMap<string, string> {
  const odd = names.filter((raw) => readableName(textOfName(raw)) !== textOfName(raw));
  const shown = new Map<string, string>();
  if (odd.length === 0) return shown;
  const taken = new Set(names.map(textOfName));
  for (const raw of odd) {
    const text = textOfName(raw);
    let choice = readableName(text);
    if (taken.has(choice)) choice = percentName(text);
    for (let i = 2; taken.has(choice); i++) choice = `${percentName(text)}~${i}`;
    taken.add(choice);
    shown.set(raw, choice);
  }
  return shown;
}

/** The value, or the refusal of the system as a failure. */
function look<T>(attempt: () => T): T | Failure {
  try {
    return attempt();
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return { code: 'unreadable', detail: `The system refused: ${reason}.` };
  }
}
