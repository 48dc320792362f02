import type { BlockList } from '../guard/block-list.ts';

const PREFIX = /^(?:\s*(?:(?:re|fwd?|tr|aw|rép|ref)\s*:|\[[^\]]{1,40}\])\s*)+/i;

/** A subject in two: what answers and lists put before it, and what it says. */
export interface BareSubject {
  readonly prefix: string;
  readonly rest: string;
}

/** `Re: [list] ` apart from the rest. */
export function bareSubject(subject: string): BareSubject {
  const prefix = PREFIX.exec(subject)?.[0] ?? '';
  return { prefix, rest: subject.slice(prefix.length) };
}

/** A prefix as decoys may have it: a newsletter's own name in brackets is its sender's, and no decoy names senders. */
export function prefixWithoutNames(prefix: string, names: BlockList): string {
  return names.found(prefix).length === 0 ? prefix : prefix.replace(/\[[^\]]{1,40}\]\s*/g, '');
}
