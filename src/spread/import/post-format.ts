import type { Post, PostDraft } from '../post.ts';
import { post } from '../post.ts';
import { parseTime } from '../time/parse-time.ts';
import type { PostRecord } from './record.ts';

/** What came of one post of a record. Reasons are stable words. */
export type PostOutcome =
  | { readonly type: 'post'; readonly post: Post }
  | { readonly type: 'reject'; readonly reason: string };

export interface FormatContext {
  /** IANA zone of stamps that state none. */
  readonly zone: string;
  /** Column by field, named by the user. */
  readonly map: ReadonlyMap<string, string>;
}

/** A form in which posts are exported. Tables are read as records too, a row at a time. */
export interface PostFormat {
  readonly name: string;
  /** Whether the record has the marks of this format. */
  readonly recognise: (record: PostRecord) => boolean;
  /** The posts of a record: one, or those of a page. */
  readonly read: (record: PostRecord, context: FormatContext) => Iterable<PostOutcome>;
}

export function reject(reason: string): PostOutcome {
  return { type: 'reject', reason };
}

/** A post with the time read from a stamp, or a reject when it cannot be. */
export function timedPost(
  stamp: string | null,
  context: FormatContext,
  draft: Omit<PostDraft, 'time' | 'zone' | 'resolution'>,
): PostOutcome {
  const time = parseTime(stamp ?? '', context.zone);
  if (time.type === 'bad') return reject(`time-${time.reason}`);
  return {
    type: 'post',
    post: post({ ...draft, time: time.ms, zone: time.zone, resolution: time.resolution } as PostDraft),
  };
}

/** Milliseconds of a stamp about the account, null when it cannot be read: no reason to give up the post. */
export function moment(stamp: string | null, context: FormatContext): number | null {
  const time = parseTime(stamp ?? '', context.zone);
  return time.type === 'time' ? time.ms : null;
}
