import { shinglesOf } from '../../examine/near-duplicates/shingles.ts';
import type { DecoyMatch, MessageFacts } from '../../model/index.ts';
import type { LedgerEntry } from '../ledger/index.ts';
import { ownShingles } from '../own/index.ts';
import { headersFace, textFace } from '../verify/index.ts';
import { AnchorIndex, Rarity } from './anchor-index.ts';
import { KnownWording } from './known-wording.ts';

/** What is asked about an item. Text and headers are read only when they matter. */
export interface AskedItem {
  readonly sha256: string;
  readonly text: () => string;
  /** Null for what is no message. */
  readonly message: {
    readonly date: string | null;
    readonly subject: string;
    readonly headers: () => Pick<MessageFacts, 'from' | 'to' | 'cc' | 'date' | 'subject'> | null;
  } | null;
}

/**
 * With fewer different shingles of its own (eleven words) a message is "agreed, see you on Monday", which real mail says
 * too: all of its text then has to stand there to the last sign, signature and footer with it.
 */
const FEWEST_SHINGLES = 8;
/** Shingles that no other decoy has, of a text that is looked for whole: a footer alone has none. */
const FEWEST_RARE = 3;
/** Characters of a text that is looked for whole, without white space. */
const SHORTEST_WHOLE = 60;
/** Of a decoy's shingles, what has to stand in an item: room for a few words that a printer cut in two. */
const LEAST_SHARE = 0.8;
/** A file that more decoys carry is a logo out of the owner's own mail. */
const MOST_CARRIERS = 2;

interface KnownText {
  readonly wording: KnownWording;
  readonly shingles: Uint32Array;
}

interface WholeText {
  readonly wording: KnownWording;
  readonly face: string;
}

/**
 * Finds the decoys of a ledger in a leak. Mail that gave its sentences to a decoy reads as the decoy does; so a text is
 * taken for one only where something stands in it that no real mail has: wording of the decoy's own, its author's
 * address, or the whole header of the decoy.
 */
export class Recogniser {
  readonly #exact = new Map<string, string>();
  readonly #attachments = new Map<string, string[]>();
  readonly #moments = new Map<string, LedgerEntry[]>();
  readonly #texts: KnownText[] = [];
  readonly #wholes: WholeText[] = [];
  readonly #anchors: AnchorIndex;
  readonly #wholeAnchors: AnchorIndex;

  constructor(entries: Iterable<LedgerEntry>) {
    const all: LedgerEntry[] = [...entries];
    const every = all.map(({ text }) => shinglesOf(text, false));
    const rarity = new Rarity(every);
    const short: Uint32Array[] = [];
    for (const [at, entry] of all.entries()) {
      const { id, faces, text } = entry;
      this.#exact.set(faces.bytes, id);
      for (const sha256 of new Set(faces.attachments)) listIn(this.#attachments, sha256).push(id);
      if (faces.headers !== null)
        listIn(this.#moments, faces.headers.split('\n').slice(3).join('\n')).push(entry);
      // What it quotes is another's; what it says itself has to be found.
      const shingles = ownShingles(text, faces.headers !== null);
      const wording = new KnownWording(entry, shingles, (run) => rarity.of(run), all.length);
      const face = textFace(text) ?? '';
      if (shingles.length >= FEWEST_SHINGLES) this.#texts.push({ wording, shingles });
      else if (face.length >= SHORTEST_WHOLE) {
        this.#wholes.push({ wording, face });
        short.push(every[at] ?? shingles);
      }
    }
    this.#anchors = new AnchorIndex(this.#texts.map(({ shingles }) => shingles));
    this.#wholeAnchors = new AnchorIndex(short, rarity, FEWEST_RARE);
  }

  about(item: AskedItem): DecoyMatch | null {
    const exact = this.#exact.get(item.sha256);
    if (exact !== undefined) return { id: exact, as: 'exact', share: 1 };
    const again = this.#reEncoded(item);
    if (again !== null) return { id: again, as: 're-encoded', share: 1 };
    const [carrier, ...others] = this.#attachments.get(item.sha256) ?? [];
    if (carrier !== undefined && others.length < MOST_CARRIERS)
      return { id: carrier, as: 'attachment', share: 1 };
    return this.#byText(item);
  }

  #reEncoded({ message, text }: AskedItem): string | null {
    if (message === null || message.date === null) return null;
    // The last two lines of canonical headers: moment and subject.
    const moment = headersFace({ from: [], to: [], cc: [], ...message, dateRaw: null })
      .split('\n')
      .slice(3)
      .join('\n');
    const sameMoment = this.#moments.get(moment);
    const face = sameMoment === undefined ? null : headersOf(message);
    if (sameMoment === undefined || face === null) return null;
    const words = textFace(text());
    const same = sameMoment.find((entry) => entry.faces.headers === face && textFace(entry.text) === words);
    return same?.id ?? null;
  }

  #byText(item: AskedItem): DecoyMatch | null {
    const text = item.text();
    if (text === '') return null;
    const shingles = shinglesOf(text, false);
    const isTold = evidenceIn(item, text, shingles);
    let best: DecoyMatch | null = null;
    for (const owner of this.#anchors.find(shingles)) {
      const decoy = this.#texts[owner];
      if (decoy === undefined) continue;
      const share = shareIn(decoy.shingles, shingles);
      if (share >= LEAST_SHARE && share > (best?.share ?? 0) && isTold(decoy.wording))
        best = { id: decoy.wording.id, as: 'text', share };
    }
    return best ?? this.#byWholeText(text, shingles, isTold);
  }

  #byWholeText(
    text: string,
    shingles: Uint32Array,
    isTold: (wording: KnownWording) => boolean,
  ): DecoyMatch | null {
    const candidates = this.#wholeAnchors.find(shingles);
    const face = candidates.length === 0 ? '' : (textFace(text) ?? '');
    for (const owner of candidates) {
      const whole = this.#wholes[owner];
      if (whole !== undefined && face.includes(whole.face) && isTold(whole.wording))
        return { id: whole.wording.id, as: 'text', share: 1 };
    }
    return null;
  }
}

/** Asks of a decoy whose words stand in an item whether the item has what only the decoy has. */
function evidenceIn(
  { message }: AskedItem,
  text: string,
  shingles: Uint32Array,
): (wording: KnownWording) => boolean {
  let headers: string | null | undefined;
  let lowered: string | undefined;
  const headersFound = (): string | null => {
    if (headers === undefined) headers = message === null ? null : headersOf(message);
    return headers;
  };
  const words = (): string => {
    lowered ??= `${headersFound() ?? ''}\n${text}`.toLowerCase().replace(/[\s>]+/g, ' ');
    return lowered;
  };
  return (wording) => {
    if (wording.isToldIn(shingles, words)) return true;
    return headersFound() !== null && headersFound() === wording.headers;
  };
}

function headersOf({ headers }: NonNullable<AskedItem['message']>): string | null {
  const read = headers();
  return read === null ? null : headersFace({ ...read, dateRaw: null });
}

/** Both sorted. */
function shareIn(part: Uint32Array, whole: Uint32Array): number {
  let [at, shared] = [0, 0];
  for (const shingle of part) {
    while (at < whole.length && (whole[at] ?? 0) < shingle) at++;
    if (whole[at] === shingle) shared++;
  }
  return shared / part.length;
}

function listIn<K, V>(map: Map<K, V[]>, key: K): V[] {
  const known = map.get(key);
  if (known !== undefined) return known;
  const list: V[] = [];
  map.set(key, list);
  return list;
}
