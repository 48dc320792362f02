import type { CoveredHeader } from '../../model/index.ts';
import type { SignedHeader } from './message.ts';

/** The fields a mail program shows or acts on: a second one, or an unsigned one, changes what is read. */
const VISIBLE = [
  'from',
  'sender',
  'reply-to',
  'to',
  'cc',
  'bcc',
  'subject',
  'date',
  'message-id',
  'in-reply-to',
  'references',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
] as const;

/** Attack: a million From fields, each told once for every signature. */
const MAX_TOLD = 20;

/** The fields of a message by name in lower case, each in the order in which they stand. */
export type HeaderIndex = ReadonlyMap<string, readonly SignedHeader[]>;

/** Groups header fields by lower-case name, each group from top to bottom. */
export function indexHeaders(headers: readonly SignedHeader[]): HeaderIndex {
  const index = new Map<string, SignedHeader[]>();
  for (const header of headers) {
    const group = index.get(header.key);
    if (group === undefined) index.set(header.key, [header]);
    else group.push(header);
  }
  return index;
}

/**
 * The field each name of h= stands for, in order (RFC 6376 section 5.4.2): the first mention of a name is
 * the lowest instance, the next the one above; null when none is left ("over-signed": its absence is
 * signed). The signature's own field is never among them.
 */
export function selectHeaders(
  index: HeaderIndex,
  names: readonly string[],
  own: SignedHeader,
): readonly (SignedHeader | null)[] {
  const used = new Map<string, number>();
  const selected: (SignedHeader | null)[] = [];
  for (const name of names) {
    const group = index.get(name);
    let left = used.get(name) ?? group?.length ?? 0;
    if (left > 0 && group?.[left - 1] === own) left--;
    selected.push(left > 0 ? (group?.[left - 1] ?? null) : null);
    used.set(name, Math.max(0, left - 1));
  }
  return selected;
}

/** Which fields a signature covers, and which of those that are shown it leaves open. */
export interface Coverage {
  readonly covered: readonly CoveredHeader[];
  readonly uncovered: readonly CoveredHeader[];
  /** `unsigned-subject`: no instance is signed. `extra-subject`: more instances than are signed. */
  readonly weaknesses: readonly string[];
}

/** What of the visible header fields a signature vouches for, and what a reader sees beyond that. */
export function coverageOf(
  index: HeaderIndex,
  names: readonly string[],
  selected: readonly (SignedHeader | null)[],
): Coverage {
  const covered = selected.map((field, i) => ({ name: names[i] ?? '', at: field?.range ?? null }));
  const chosen = new Set(selected);
  const uncovered: CoveredHeader[] = [];
  const weaknesses: string[] = [];
  for (const name of VISIBLE) {
    const group = index.get(name);
    if (group === undefined) continue;
    let open = 0;
    for (const field of group) {
      if (chosen.has(field)) continue;
      if (open++ < MAX_TOLD) uncovered.push({ name, at: field.range });
    }
    if (open === 0) {
      if (group.length > 1) weaknesses.push(`duplicate-${name}`);
    } else weaknesses.push(open === group.length ? `unsigned-${name}` : `extra-${name}`);
  }
  return { covered, uncovered, weaknesses };
}
