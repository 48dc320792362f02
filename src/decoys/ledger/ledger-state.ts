import type { Recipe } from '../model/index.ts';
import {
  bytesOf,
  isConsistent,
  leafBytes,
  leafHash,
  type NoteKey,
  readNote,
  treeRoot,
} from '../verify/index.ts';
import { leafIn } from './entry.ts';
import type { Frame, LedgerEntry, Planting } from './frame.ts';

/** A checkpoint as the ledger keeps it. */
export interface KeptCheckpoint {
  readonly note: string;
  readonly size: number;
  readonly at: string;
  readonly tokens: readonly Uint8Array[];
}

/** Frames that say something new by themselves, and need no check against what came before. */
export type PlainFrame = Exclude<Frame, { type: 'checkpoint' | 'created' }>;

/** What the frames of a ledger add up to, in order: about 1 kB a decoy beside its text. */
export class LedgerState {
  readonly entries: LedgerEntry[] = [];
  /** Hashes of leaves, in the order of the entries. */
  readonly leaves: Uint8Array[] = [];
  readonly places = new Map<string, number>();
  readonly checkpoints: { note: string; size: number; at: string; tokens: Uint8Array[] }[] = [];
  readonly waivers: { readonly size: number; readonly reason: string }[] = [];
  /** By what decoys name as their origin. */
  readonly recipes = new Map<string, Recipe>();
  /** Recipe and name, with a space between. */
  readonly approved = new Set<string>();
  /** By id and place, with a space between. */
  readonly plantings = new Map<string, Planting>();
  readonly #key: NoteKey;
  readonly #saltSecret: string;

  constructor(key: NoteKey, saltSecret: string) {
    this.#key = key;
    this.#saltSecret = saltSecret;
  }

  /**
   * Takes in a frame as it was read or is about to be written. `misfit`: a second beginning, or a checkpoint that is not
   * signed, not of these decoys, or no continuation of the one before.
   */
  async take(frame: Frame): Promise<'fits' | 'misfit'> {
    if (frame.type === 'created') return 'misfit';
    if (frame.type === 'checkpoint') return await this.#takeCheckpoint(frame);
    this.apply(frame);
    return 'fits';
  }

  apply(frame: PlainFrame): void {
    switch (frame.type) {
      case 'recipe':
        this.recipes.set(frame.hash, frame.recipe);
        return;
      case 'decoys':
        for (const entry of frame.entries) {
          this.places.set(entry.id, this.entries.length);
          this.entries.push(entry);
          this.leaves.push(leafHash(leafBytes(leafIn(entry, this.#saltSecret))));
        }
        return;
      case 'token': {
        const token = bytesOf(frame.token);
        if (token !== null) this.checkpoints.find(({ note }) => note === frame.note)?.tokens.push(token);
        return;
      }
      case 'waiver':
        this.waivers.push({ size: frame.size, reason: frame.reason });
        return;
      case 'planted':
        for (const each of frame.plantings) this.plantings.set(`${each.id} ${each.place}`, each);
        return;
      case 'approval':
        this.approved.add(`${frame.recipe} ${frame.by}`);
        return;
    }
  }

  async #takeCheckpoint({
    note,
    consistency,
    at,
  }: Extract<Frame, { type: 'checkpoint' }>): Promise<'fits' | 'misfit'> {
    const read = await readNote(note, this.#key);
    if (read.type !== 'signed') return 'misfit';
    const { size, root } = read.checkpoint;
    const last = this.checkpoints.at(-1);
    const before = last === undefined ? null : await readNote(last.note, this.#key);
    const rootBefore = before?.type === 'signed' ? before.checkpoint.root : new Uint8Array(0);
    const proof = consistency.map((node) => bytesOf(node) ?? new Uint8Array(0));
    const isWhole = Buffer.compare(treeRoot(this.leaves.slice(0, size)), root) === 0;
    if (!isWhole || !isConsistent(last?.size ?? 0, size, rootBefore, root, proof)) return 'misfit';
    this.checkpoints.push({ note, size, at, tokens: [] });
    return 'fits';
  }
}
