import { LineFile } from '../store/line-file.ts';
import { PLAN } from './plan.ts';
import type { RehearsedPost } from './traffic.ts';

const SNOWFLAKE_EPOCH_MS = 1_288_834_974_657n;

/** Ids of X hold the time since this moment: there are none of before. */
export const EARLIEST_START_MS = Number(SNOWFLAKE_EPOCH_MS);

/**
 * Writes posts as X API v1.1 would have given them, in order of time, the first hours after `startMs` (milliseconds since
 * 1970, `EARLIEST_START_MS` or later). Returns their number.
 */
export function writePosts(path: string, posts: readonly RehearsedPost[], startMs: number): number {
  const ordered = [...posts].sort((a, b) => a.at - b.at);
  const ids = new Map(ordered.map((post, i) => [post, idOf(post, i, startMs)]));
  const file = new LineFile(path);
  for (const post of ordered) file.add(status(post, ids, startMs));
  file.close();
  return ordered.length;
}

function status(post: RehearsedPost, ids: ReadonlyMap<RehearsedPost, string>, startMs: number): unknown {
  const { by, of, lang, text } = post;
  const id = ids.get(post) ?? '';
  const body = {
    created_at: stamp(startMs + post.at * 1000),
    id_str: id,
    full_text: `${text} #${PLAN.tag}`,
    lang,
    source: `<a href="https://example.org">${by.client}</a>`,
    user: {
      id_str: by.id,
      screen_name: by.name,
      location: by.place,
      lang: by.lang,
      followers_count: by.followers,
      // Accounts are as old on the day as they were planned to be.
      created_at: stamp(by.createdMs + startMs - PLAN.startMs),
    },
    entities: { hashtags: [{ text: PLAN.tag }], urls: post.url === null ? [] : [{ expanded_url: post.url }] },
  };
  if (!of) return body;
  // The original of a planted post may lie before the collection: then it has an id all the same.
  const original = ids.get(of) ?? idOf(of, 4_000_000, startMs);
  return {
    ...body,
    full_text: `RT @${of.by.name}: ${body.full_text}`.slice(0, 140),
    retweeted_status: {
      id_str: original,
      full_text: body.full_text,
      user: { id_str: of.by.id, screen_name: of.by.name },
      entities: body.entities,
    },
  };
}

/** An id that holds the time, as those of X do, and a number to tell posts of one millisecond apart. */
function idOf(post: RehearsedPost, number: number, startMs: number): string {
  const ms = BigInt(Math.floor(startMs + post.at * 1000));
  return `${((ms - SNOWFLAKE_EPOCH_MS) << 22n) | (BigInt(number) & 0x3fffffn)}`;
}

/** `Fri May 05 18:49:12 +0000 2017`. */
function stamp(ms: number): string {
  const [day, date, month, year, time] = new Date(ms).toUTCString().replace(',', '').split(' ');
  return `${day} ${month} ${date} ${time} +0000 ${year}`;
}
