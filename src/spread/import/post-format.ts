import type { Post, PostDraft } from '../post.ts';
import { post } from '../post.ts';
import { type DateOrder, parseTime } from '../time/parse-time.ts';
import type { PostRecord } from './record.ts';
import { isRounded, soundIds } from './sound-ids.ts';

/** What came of one post of a record. Reasons are stable words. */
export type PostOutcome =
  | {
      readonly type: 'post';
      readonly post: Post;
      /** The id of the post or of its account had lost digits. */
      readonly rounded: boolean;
    }
  | { readonly type: 'reject'; readonly reason: string };

/** What the user said of the files, for what they do not say themselves. */
export interface FormatContext {
  /** IANA zone of stamps that state none. */
  readonly zone: string;
  /** Column by field, named by the user. */
  readonly map: ReadonlyMap<string, string>;
  /** What 05/06/2017 means; null to refuse it. */
  readonly dates: DateOrder | null;
}

/** A form in which posts are exported. Tables are read as records too, a row at a time. */
export interface PostFormat {
  readonly name: string;
  /** Whether the record has the marks of this format. */
  readonly recognise: (record: PostRecord) => boolean;
  /** The posts of a record: one, or those of a page. */
  readonly read: (record: PostRecord, context: FormatContext) => Iterable<PostOutcome>;
}

/** No post, for this reason. */
export function reject(reason: string): PostOutcome {
  return { type: 'reject', reason };
}

/** A post with the time read from a stamp, or a reject when it cannot be. */
export function timedPost(
  stamp: string | null,
  context: FormatContext,
  draft: Omit<PostDraft, 'time' | 'zone' | 'resolution'>,
): PostOutcome {
  const time = parseTime(stamp ?? '', context.zone, context.dates);
  if (time.type === 'bad') return reject(`time-${time.reason}`);
  const { ms, zone, resolution } = time;
  return {
    type: 'post',
    post: post({ ...soundIds(draft, stamp), time: ms, zone, resolution }),
    rounded: isRounded(draft.id) || isRounded(draft.account),
  };
}

/** Milliseconds of a stamp about the account, null when it cannot be read: no reason to give up the post. */
export function moment(stamp: string | null, context: FormatContext): number | null {
  const time = parseTime(stamp ?? '', context.zone, context.dates);
  return time.type === 'time' ? time.ms : null;
}
