import { createHash } from 'node:crypto';
import type { PostDraft } from '../post.ts';

/** Whether an id was written with a power of ten, as spreadsheets and data frames write long numbers: its last digits are lost. */
export function isRounded(id: string | null | undefined): boolean {
  return id != null && /^\d(?:[.,]\d+)?e\+?\d{1,2}$/i.test(id);
}

type Ids = Pick<PostDraft, 'id' | 'account'> & Partial<PostDraft>;

/**
 * Puts ids right that passed through a program which takes them for numbers. `860000000000000000.0` loses its
 * end. A rounded id is no identity: a thousand posts would be one, a hundred accounts the busiest of all. Such a
 * post is told apart by what it says and when; of such an account only the handle is left, if there is one.
 */
export function soundIds<T extends Ids>(draft: T, stamp: string | null): T {
  const { account = null, handle = null, text = '', objects = [] } = draft;
  const id = isRounded(draft.id) ? digest(handle ?? account, stamp, text, ...objects) : whole(draft.id);
  if (isRounded(account)) return { ...draft, id, account: handle };
  return { ...draft, id, account: account === null ? null : whole(account) };
}

function whole(id: string): string {
  return id.endsWith('.0') && /^\d+\.0$/.test(id) ? id.slice(0, -2) : id;
}

/** A stable id for posts that have none: the same row again is the same post. */
export function digest(...parts: readonly (string | null)[]): string {
  return `row-${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24)}`;
}
