import { createHash } from 'node:crypto';
import type { CaseStore, StoredItem } from '../case/store.ts';
import type { Failure } from '../model/index.ts';
import { PIECE_ALONE } from './items/unread-rest.ts';
import type { Task, TaskState } from './task.ts';

interface Piece {
  readonly item: StoredItem;
  /** From 1. */
  readonly number: number;
  /** Null where this piece does not say it; the last one must. */
  readonly total: number | null;
}

/** Attack: a total of a billion, to be looked for. A film of 1998 came in some hundred. */
const MOST_PIECES = 1_000;
/** Pieces looked up in one run. Attack: a million of them. */
const MOST_LOOKED_AT = 20_000;

/**
 * Queues the joining of every message that was sent in pieces (RFC 2046 section 5.2.2) and is here with all of them,
 * wherever they lie; of others the pieces say which are missing. Returns how many are to be joined.
 */
export function planJoins(store: CaseStore): number {
  let joins = 0;
  for (const pieces of piecesById(store).values()) {
    const total = pieces.find((piece) => piece.total !== null)?.total ?? null;
    const byNumber = new Map(pieces.map((piece) => [piece.number, piece] as const).reverse());
    const missing = numbersTo(total ?? 0).filter((number) => !byNumber.has(number));
    const all =
      total === null || missing.length > 0 ? [] : numbersTo(total).flatMap((n) => byNumber.get(n) ?? []);
    if (all.length > 0) {
      addJoin(store, all);
      joins++;
    } else for (const piece of pieces) tellMissing(store, piece, total, missing);
  }
  return joins;
}

function piecesById(store: CaseStore): ReadonlyMap<string, readonly Piece[]> {
  const found = new Map<string, Piece[]>();
  let looked = 0;
  for (const hit of store.failures()) {
    if (hit.kind !== 'message' || hit.failure?.detail.startsWith(PIECE_ALONE) !== true) continue;
    if (looked++ >= MOST_LOOKED_AT) break;
    const item = store.itemByRow(hit.row);
    const piece = item === null ? null : pieceOf(item);
    if (item === null || piece === null) continue;
    const key = `${item.role}\0${item.message?.references[0] ?? ''}`;
    found.set(key, [...(found.get(key) ?? []), { ...piece, item }]);
  }
  return found;
}

/** As the parser told it; the name that all pieces share stands first among the references. */
function pieceOf({ defects, message }: StoredItem): Omit<Piece, 'item'> | null {
  const said = defects.find(({ code }) => code === 'message-partial')?.detail ?? '';
  const [, number = '', total = ''] = /^(\d{1,4}) of (\d{1,4}|\?)$/.exec(said) ?? [];
  const [which, all] = [Number(number), Number(total)];
  if (!(which >= 1 && which <= MOST_PIECES) || (message?.references.length ?? 0) === 0) return null;
  return { number: which, total: all >= 1 && all <= MOST_PIECES ? all : null };
}

function numbersTo(total: number): readonly number[] {
  return Array.from({ length: total }, (_, at) => at + 1);
}

/** The same pieces are joined once, whatever is added to the case later. */
function addJoin(store: CaseStore, pieces: readonly Piece[]): void {
  const [first] = pieces;
  const locators = pieces.flatMap(({ item }) => item.locator ?? []);
  if (first === undefined || locators.length < pieces.length) return;
  const { role, path } = first.item;
  const paths = pieces.map(({ item }) => item.path);
  const mark = createHash('sha256').update(paths.join('\0')).digest('hex').slice(0, 16);
  const task: Task = { kind: 'join', path, paths, pieces: locators };
  const payload: TaskState = { role, task, next: 0, poison: [] };
  store.addTasks([{ key: `${role} join ${mark}`, kind: task.kind, payload }]);
}

/** Attack: a message that says it was sent in a million pieces. */
const MOST_NAMED = 20;

function tellMissing(store: CaseStore, piece: Piece, total: number | null, missing: readonly number[]): void {
  const { item, number } = piece;
  const named = missing.slice(0, MOST_NAMED).join(', ');
  const rest = total === null ? 'how many there are is not said' : `not in the case: ${named}`;
  const detail = `${PIECE_ALONE} (number ${number} of ${total ?? '?'}; ${rest}).`;
  const failure: Failure = { code: 'unsupported', detail };
  if (item.failure?.detail !== detail) store.setFailure(item.role, item.path, item.status, failure);
}
