/** Decides what happens to which message: who is forged, what is harmed in transit, what stays as it was. */
import { type Copy, genuineCopies } from './copies.ts';
import type { Kind, Made } from './kind.ts';
import { KINDS } from './kinds.ts';
import type { Draft } from './story/terms.ts';
import type { MakerVariant } from './truth.ts';
import type { Wire } from './wire/wire.ts';
import type { World } from './world.ts';

/** One item to be stored, with what is known of it. */
export interface PlannedItem {
  readonly copy: Copy;
  /** Null for mail nobody touched. */
  readonly kind: Kind | null;
  readonly maker: MakerVariant | null;
  readonly made: Made;
  /** What the reference archive holds of it, if it holds it. */
  readonly reference: Wire | null;
  readonly quotedBySigned: boolean;
  /** What it quotes, if it quotes anything, lies in the leak in the words in which it was written. */
  readonly parentIsThere: boolean;
}

const VARIANTS: readonly MakerVariant[] = ['development', 'held-out'];

// Of a leak of 1,000: 100 forgeries, 150 messages with benign changes, and three of four untouched. More
// forgeries than a real leak would have, so that a rate over one kind rests on more than one message.
const SHARE_OF_FORGERY = 0.005;
const SHARE_OF_BENIGN = 0.01;
/** The victim's own archive holds about this part: people delete. */
const SHARE_IN_REFERENCE = 0.5;

// With fewer copies some kind finds none that it is fit for (seeds 1 to 30 tried).
const ENOUGH_FOR_ALL = 190;

/** `scale` is the number of messages wished for; at least one of each kind and maker is made. */
export function planExercise(world: World, scale: number): readonly PlannedItem[] {
  const copies = genuineCopies(world, Math.max(ENOUGH_FOR_ALL, scale - besidesAt(scale)));
  const used = new Set<Copy>();
  const items: PlannedItem[] = [];
  const random = world.random.fork('plan');
  const order = random.shuffled(copies);
  for (const kind of KINDS) {
    for (const variant of VARIANTS) {
      let wanted = perVariant(kind, scale);
      const maker = kind.makers[variant];
      for (const copy of order) {
        if (wanted === 0) break;
        if (used.has(copy) || !maker.wants(copy, world)) continue;
        used.add(copy);
        wanted -= 1;
        const made = maker.make(world, copy, world.random.fork(`make/${kind.name}/${variant}/${wanted}`));
        for (const each of [made, ...(made.more ?? [])]) {
          items.push({ ...itemOf(copy, each, random.chance(SHARE_IN_REFERENCE)), kind, maker: variant });
        }
        if (made.besides === true) items.push(untouched(copy, random.chance(SHARE_IN_REFERENCE)));
      }
    }
  }
  for (const copy of copies)
    if (!used.has(copy)) items.push(untouched(copy, random.chance(SHARE_IN_REFERENCE)));
  return markParents(markQuoted(items));
}

function perVariant(kind: Kind, scale: number): number {
  const share = kind.class === 'benign' ? SHARE_OF_BENIGN : SHARE_OF_FORGERY;
  return Math.max(1, Math.round((scale * share) / VARIANTS.length));
}

/** About ten kinds put something beside the genuine message rather than in its place. */
function besidesAt(scale: number): number {
  return Math.round(scale * SHARE_OF_FORGERY * 10);
}

function itemOf(copy: Copy, made: Made, kept: boolean): Omit<PlannedItem, 'kind' | 'maker'> {
  const original = made.original === undefined ? copy.wire : made.original;
  return { copy, made, reference: kept ? original : null, quotedBySigned: false, parentIsThere: true };
}

function untouched(copy: Copy, kept: boolean): PlannedItem {
  return { ...itemOf(copy, { wire: copy.wire, changes: [] }, kept), kind: null, maker: null };
}

/** Unsigned genuine mail that an untouched signed message quotes: the leak itself could vouch for it. */
function markQuoted(items: readonly PlannedItem[]): readonly PlannedItem[] {
  const quoted = new Set<Draft>();
  for (const { copy, kind } of items) {
    const { draft, key } = copy.sent;
    if (kind === null && copy.box === 'inbox' && key !== null && draft.quote !== null)
      quoted.add(draft.quote.of);
  }
  return items.map((item) => {
    const unsigned = item.copy.box === 'sent' || item.copy.sent.key === null;
    return item.kind === null && unsigned && quoted.has(item.copy.sent.draft)
      ? { ...item, quotedBySigned: true }
      : item;
  });
}

function markParents(items: readonly PlannedItem[]): readonly PlannedItem[] {
  const whole = new Set<Draft>();
  for (const { copy, kind } of items) if (kind?.class !== 'forgery') whole.add(copy.sent.draft);
  return items.map((item) => {
    const { quote } = item.copy.sent.draft;
    return quote === null ? item : { ...item, parentIsThere: whole.has(quote.of) };
  });
}
