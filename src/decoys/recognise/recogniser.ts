import { shinglesOf } from '../../examine/near-duplicates/shingles.ts';
import type { DecoyMatch, MessageFacts } from '../../model/index.ts';
import type { LedgerEntry } from '../ledger/index.ts';
import { headersFace, textFace } from '../verify/index.ts';
import { AnchorIndex, Rarity } from './anchor-index.ts';
import { ownShingles } from './own-shingles.ts';

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

/** Finds the decoys of a ledger in a leak. */
export class Recogniser {
  readonly #exact = new Map<string, string>();
  readonly #attachments = new Map<string, string[]>();
  readonly #moments = new Map<string, LedgerEntry[]>();
  readonly #texts: { readonly id: string; readonly shingles: Uint32Array }[] = [];
  readonly #wholes: { readonly id: string; readonly face: string }[] = [];
  readonly #anchors: AnchorIndex;
  readonly #wholeAnchors: AnchorIndex;

  constructor(entries: Iterable<LedgerEntry>) {
    const every: Uint32Array[] = [];
    const short: Uint32Array[] = [];
    for (const entry of entries) {
      const { id, faces, text } = entry;
      this.#exact.set(faces.bytes, id);
      for (const sha256 of new Set(faces.attachments)) listIn(this.#attachments, sha256).push(id);
      if (faces.headers !== null)
        listIn(this.#moments, faces.headers.split('\n').slice(3).join('\n')).push(entry);
      // What it quotes is another's; what it says itself has to be found.
      const shingles = ownShingles(text, faces.headers !== null);
      const all = shinglesOf(text, false);
      every.push(all);
      const face = textFace(text) ?? '';
      if (shingles.length >= FEWEST_SHINGLES) this.#texts.push({ id, shingles });
      else if (face.length >= SHORTEST_WHOLE) {
        this.#wholes.push({ id, face });
        short.push(all);
      }
    }
    this.#anchors = new AnchorIndex(this.#texts.map(({ shingles }) => shingles));
    this.#wholeAnchors = new AnchorIndex(short, new Rarity(every), FEWEST_RARE);
  }

  /** How many can be told by their words alone. */
  get tellable(): number {
    return this.#texts.length + this.#wholes.length;
  }

  about(item: AskedItem): DecoyMatch | null {
    const exact = this.#exact.get(item.sha256);
    if (exact !== undefined) return { id: exact, as: 'exact', share: 1 };
    const again = this.#reEncoded(item);
    if (again !== null) return { id: again, as: 're-encoded', share: 1 };
    const [carrier, ...others] = this.#attachments.get(item.sha256) ?? [];
    if (carrier !== undefined && others.length < MOST_CARRIERS)
      return { id: carrier, as: 'attachment', share: 1 };
    return this.#byText(item.text());
  }

  #reEncoded({ message, text }: AskedItem): string | null {
    if (message === null || message.date === null) return null;
    // The last two lines of canonical headers: moment and subject.
    const moment = headersFace({ from: [], to: [], cc: [], ...message, dateRaw: null })
      .split('\n')
      .slice(3)
      .join('\n');
    const sameMoment = this.#moments.get(moment);
    const headers = sameMoment === undefined ? null : message.headers();
    if (sameMoment === undefined || headers === null) return null;
    const face = headersFace({ ...headers, dateRaw: null });
    const words = textFace(text());
    const same = sameMoment.find((entry) => entry.faces.headers === face && textFace(entry.text) === words);
    return same?.id ?? null;
  }

  #byText(text: string): DecoyMatch | null {
    if (text === '') return null;
    const shingles = shinglesOf(text, false);
    let best: DecoyMatch | null = null;
    for (const owner of this.#anchors.find(shingles)) {
      const decoy = this.#texts[owner];
      if (decoy === undefined) continue;
      const share = shareIn(decoy.shingles, shingles);
      if (share >= LEAST_SHARE && share > (best?.share ?? 0)) best = { id: decoy.id, as: 'text', share };
    }
    return best ?? this.#byWholeText(text, shingles);
  }

  #byWholeText(text: string, shingles: Uint32Array): DecoyMatch | null {
    const candidates = this.#wholeAnchors.find(shingles);
    const face = candidates.length === 0 ? '' : (textFace(text) ?? '');
    for (const owner of candidates) {
      const whole = this.#wholes[owner];
      if (whole !== undefined && face.includes(whole.face)) return { id: whole.id, as: 'text', share: 1 };
    }
    return null;
  }
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
