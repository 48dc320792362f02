import { createHash } from 'node:crypto';
import { domainOf } from '../../src/bait/mail/sender-rules.ts';
import { FREE_MAIL } from '../../src/examine/lookalike/free-mail.ts';

/** What a split must not cut through. */
export interface Splittable {
  readonly collection: string;
  readonly from: { readonly name: string; readonly address: string } | null;
  readonly subject: string;
}

/**
 * True for what is kept apart. Half of all groups, by a hash: a group is what shares a thread (ordinary mail), or a
 * sender, a display name or a subject (phishing: one campaign), so that no campaign is on both sides.
 */
export function heldOut(mails: readonly Splittable[]): boolean[] {
  const groups = new Map<string, string>();
  const root = (key: string): string => {
    let at = key;
    for (let up = groups.get(at); up !== undefined && up !== at; up = groups.get(at)) at = up;
    return at;
  };
  const keys = mails.map(keysOf);
  for (const each of keys) {
    const roots = each.map(root).sort();
    for (const one of roots) groups.set(one, roots[0] ?? one);
  }
  return keys.map(([first = '']) => ((createHash('sha256').update(root(first)).digest()[0] ?? 0) & 1) === 1);
}

function keysOf({ collection, from, subject }: Splittable, index: number): string[] {
  const thread = subject
    .toLowerCase()
    .replace(/^(?:\s*(?:re|fwd?|aw|tr|enc)\s*:|\s*\[[^\]]{0,80}\])+/gu, '')
    .replace(/phishing@pot[\w-]*/gu, '')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  const threads = thread === '' ? [] : [`${collection} subject ${thread}`];
  if (collection !== 'phishing_pot') return threads.length > 0 ? threads : [`${collection} lone ${index}`];
  const domain = domainOf(from?.address ?? '');
  const sender = FREE_MAIL.has(domain) ? (from?.address ?? '') : domain;
  const name = (from?.name ?? '')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  const all = [
    ...threads,
    ...(sender === '' ? [] : [`sender ${sender}`]),
    ...(name === '' ? [] : [`name ${name}`]),
  ];
  return all.length > 0 ? all : [`lone ${index}`];
}
