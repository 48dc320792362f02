import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { TamisError } from '../../model/index.ts';
import { type Decoy, originHash, type Recipe } from '../model/index.ts';
import type { SaidWords } from '../own/index.ts';
import {
  base64,
  type Continuation,
  consistencyProof,
  inclusionProof,
  type NoteKey,
  type Opening,
  readVerifierKey,
  treeRoot,
  verifierKey,
  writeNote,
} from '../verify/index.ts';
import { continuationOf } from './continuation-of.ts';
import { entryOf, facesIn, leafIn, saltsOf } from './entry.ts';
import type { Frame, LedgerEntry, Planting } from './frame.ts';
import { FrameLog, type Random } from './frame-log.ts';
import { type KeptCheckpoint, LedgerState, type PlainFrame } from './ledger-state.ts';

/** All of the outside world that a ledger sees. */
export interface LedgerHost {
  readonly now: () => Date;
  readonly random: Random;
  /** Of the derivation of its key; less than usual only in tests. */
  readonly cost?: number;
}

interface Secrets {
  readonly name: string;
  readonly signingKey: KeyObject;
  readonly saltSecret: string;
}

/** Frames hold so many decoys: a crash costs at most these, and a frame fits into memory. */
const DECOYS_PER_FRAME = 500;

/**
 * The ledger: what was committed to, when, and where it was planted. Everything is held in memory, and every change is on
 * disk before the call returns.
 */
export class Ledger {
  readonly #log: FrameLog;
  readonly #host: LedgerHost;
  readonly #secrets: Secrets;
  readonly #key: NoteKey;
  readonly #state: LedgerState;

  private constructor(log: FrameLog, host: LedgerHost, secrets: Secrets, key: NoteKey) {
    this.#log = log;
    this.#host = host;
    this.#secrets = secrets;
    this.#key = key;
    this.#state = new LedgerState(key, secrets.saltSecret);
  }

  /** Throws `ledger-exists`, `bad-name`. @param name goes into every checkpoint, in the open: letters, digits, `-._` */
  static create(directory: string, name: string, passphrase: string, host: LedgerHost): Ledger {
    if (!/^[A-Za-z0-9._-]{1,60}$/.test(name)) {
      throw new TamisError('bad-name', {
        en: `${name} cannot name a ledger: letters, digits, dots and dashes.`,
        fr: `${name} ne peut nommer un registre\u00a0: lettres, chiffres, points et tirets.`,
      });
    }
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
    const key = { name: `tamis-decoys/${name}`, key: Uint8Array.from(raw) };
    const log = FrameLog.create(directory, passphrase, verifierKey(key), host.random, host.cost);
    const saltSecret = Buffer.from(host.random(32)).toString('hex');
    log.append({
      type: 'created',
      at: host.now().toISOString(),
      name,
      signingKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
      saltSecret,
    });
    return new Ledger(log, host, { name, signingKey: privateKey, saltSecret }, key);
  }

  /**
   * Reads all of it, and checks that every checkpoint is signed, fits the decoys and continues the one before.
   * Throws `no-ledger`, `wrong-passphrase`, `ledger-damaged`.
   */
  static async open(directory: string, passphrase: string, host: LedgerHost): Promise<Ledger> {
    const log = FrameLog.open(directory, passphrase, host.random);
    const frames = log.frames();
    const created: Frame | undefined = frames.next().value;
    const key = readVerifierKey(log.header.key);
    if (created?.type !== 'created' || key === null) throw damaged(directory);
    const der = Buffer.from(created.signingKey, 'base64');
    const signingKey = createPrivateKey({ key: der, type: 'pkcs8', format: 'der' });
    const secrets = { name: created.name, signingKey, saltSecret: created.saltSecret };
    const ledger = new Ledger(log, host, secrets, key);
    for (const frame of frames) {
      if ((await ledger.#state.take(frame)) === 'misfit') throw damaged(directory);
    }
    return ledger;
  }

  get key(): string {
    return verifierKey(this.#key);
  }

  get entries(): readonly LedgerEntry[] {
    return this.#state.entries;
  }

  get checkpoints(): readonly KeptCheckpoint[] {
    return this.#state.checkpoints;
  }

  close(): void {
    this.#log.close();
  }

  /**
   * Adds what is not known yet, in order; returns how many. Throws `decoy-changed` for an id known with other bytes.
   * @param said by the mailbox that the decoys are like: without it, mail is never told by its words alone
   */
  async add(decoys: Iterable<Decoy>, said: SaidWords | null = null): Promise<number> {
    let batch: LedgerEntry[] = [];
    let added = 0;
    const write = () => {
      if (batch.length > 0) this.#append({ type: 'decoys', entries: batch });
      batch = [];
    };
    const pending = new Set<string>();
    for (const decoy of decoys) {
      const entry = await entryOf(decoy, said);
      const known = this.entry(decoy.id);
      if (known !== null && known.faces.bytes !== entry.faces.bytes) {
        throw new TamisError('decoy-changed', {
          en: `Decoy ${decoy.id} is in the ledger with other bytes.`,
          fr: `Le leurre ${decoy.id} est dans le registre avec d’autres octets.`,
        });
      }
      if (known !== null || pending.has(decoy.id)) continue;
      pending.add(decoy.id);
      batch.push(entry);
      added++;
      if (batch.length >= DECOYS_PER_FRAME) write();
    }
    write();
    return added;
  }

  addRecipe(recipe: Recipe): void {
    const hash = originHash(recipe);
    if (!this.#state.recipes.has(hash)) this.#append({ type: 'recipe', hash, recipe });
  }

  /** @param hash what decoys name as their origin */
  recipe(hash: string): Recipe | null {
    return this.#state.recipes.get(hash) ?? null;
  }

  entry(id: string): LedgerEntry | null {
    const place = this.#state.places.get(id);
    return place === undefined ? null : (this.#state.entries[place] ?? null);
  }

  /** Signs the tree as it is now. The checkpoint before is proved to be its beginning first. Throws `nothing-to-sign`. */
  async checkpoint(): Promise<KeptCheckpoint> {
    const size = this.#state.leaves.length;
    const last = this.#state.checkpoints.at(-1);
    if (size === 0)
      throw new TamisError('nothing-to-sign', {
        en: 'The ledger holds no decoys yet: name a set.',
        fr: 'Le registre ne contient pas encore de leurre\u00a0: nommez un jeu.',
      });
    if (last?.size === size) return last;
    const checkpoint = { origin: this.#key.name, size, root: treeRoot(this.#state.leaves) };
    const note = writeNote(checkpoint, this.#key, (text) => sign(null, text, this.#secrets.signingKey));
    const consistency = consistencyProof(this.#state.leaves, last?.size ?? 0).map(base64);
    const frame: Frame = { type: 'checkpoint', at: this.#host.now().toISOString(), note, consistency };
    const taken = await this.#state.take(frame);
    const kept = this.#state.checkpoints.at(-1);
    if (taken === 'misfit' || kept === undefined) throw damaged(this.#log.directory);
    this.#log.append(frame);
    return kept;
  }

  /** Shows that the last checkpoint begins with one that somebody else holds. Errors: as `continuationOf`. */
  async continues(held: string): Promise<Continuation> {
    const { leaves, checkpoints } = this.#state;
    const last = checkpoints.at(-1) ?? null;
    return await continuationOf(held, this.#key, { leaves, last, directory: this.#log.directory });
  }

  /** Keeps a token with the checkpoint whose note it is over, which the caller has found out. */
  addToken(note: string, token: Uint8Array): void {
    const kept = this.#state.checkpoints.find((each) => each.note === note);
    if (kept?.tokens.some((known) => Buffer.compare(known, token) === 0)) return;
    this.#append({ type: 'token', at: this.#now(), note, token: base64(token) });
  }

  waive(size: number, reason: string): void {
    this.#append({ type: 'waiver', at: this.#now(), size, reason });
  }

  /** What has a place in a checkpoint that an authority has stamped, or that the owner did without. */
  anchored(): number {
    const stamped = this.#state.checkpoints.filter(({ tokens }) => tokens.length > 0).map(({ size }) => size);
    return Math.max(0, ...stamped, ...this.#state.waivers.map(({ size }) => size));
  }

  placeOf(id: string): number {
    return this.#state.places.get(id) ?? -1;
  }

  addPlantings(plantings: readonly Planting[]): void {
    if (plantings.length > 0) this.#append({ type: 'planted', plantings });
  }

  planting(id: string, place: string): Planting | null {
    return this.#state.plantings.get(`${id} ${place}`) ?? null;
  }

  plantings(): IterableIterator<Planting> {
    return this.#state.plantings.values();
  }

  /** Keeps who approved a set; once each. */
  approve(recipe: string, by: string, at: string): void {
    if (!this.#state.approved.has(`${recipe} ${by}`)) this.#append({ type: 'approval', recipe, by, at });
  }

  /**
   * Opens one decoy, under the first stamped checkpoint that holds it, or the first at all. Throws `no-decoy`,
   * `not-checkpointed`. @param withRecipe gives the seed away, and every decoy made of it
   * @param under the checkpoint to open it under, as a note
   */
  open(id: string, withRecipe: boolean, under?: string): Opening {
    const place = this.placeOf(id);
    const entry = this.entry(id);
    if (entry === null)
      throw new TamisError('no-decoy', {
        en: `There is no decoy ${id} in the ledger.`,
        fr: `Il n’y a pas de leurre ${id} dans le registre.`,
      });
    const holding = this.#state.checkpoints.filter(({ size }) => size > place);
    const wanted = holding.filter(({ note }) => under === undefined || note === under);
    const chosen = wanted.find(({ tokens }) => tokens.length > 0) ?? wanted[0];
    if (chosen === undefined) {
      throw new TamisError('not-checkpointed', {
        en: `Decoy ${id} is under no checkpoint yet: tamis decoys checkpoint`,
        fr: `Le leurre ${id} n’est encore sous aucun point de contrôle\u00a0: tamis decoys checkpoint`,
      });
    }
    return {
      format: 'tamis-decoy-opening-1',
      leaf: leafIn(entry, this.#secrets.saltSecret),
      salts: saltsOf(entry, this.#secrets.saltSecret),
      faces: facesIn(entry),
      index: place,
      proof: inclusionProof(this.#state.leaves.slice(0, chosen.size), place).map(base64),
      checkpoint: chosen.note,
      key: this.key,
      tokens: chosen.tokens.map(base64),
      recipe: withRecipe ? this.#recipeFor(entry) : null,
    };
  }

  /** The recipe as far as one item needs it: the others' signatures would make its opening large. */
  #recipeFor({ recipe: hash, index }: LedgerEntry): Recipe | null {
    const recipe = this.recipe(hash);
    const own = recipe?.signatures?.[index];
    if (recipe?.signatures === undefined) return recipe;
    return { ...recipe, signatures: own === undefined ? {} : { [index]: own } };
  }

  #now(): string {
    return this.#host.now().toISOString();
  }

  /** For frames that need no check: written first, then applied. */
  #append(frame: PlainFrame): void {
    this.#log.append(frame);
    this.#state.apply(frame);
  }
}

function damaged(directory: string): TamisError {
  return new TamisError('ledger-damaged', {
    en: `The ledger in ${directory} does not fit itself: a frame was changed.`,
    fr: `Le registre de ${directory} se contredit\u00a0: un bloc a été modifié.`,
  });
}
