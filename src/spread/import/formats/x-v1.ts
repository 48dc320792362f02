import { plainText } from '../plain-text.ts';
import {
  type FormatContext,
  moment,
  type PostFormat,
  type PostOutcome,
  reject,
  timedPost,
} from '../post-format.ts';
import { asRecord, at, count, names, type PostRecord, records, text } from '../record.ts';
import { snowflakeTime } from '../snowflake.ts';

/** X API v1.1: statuses as the streaming, search and lookup endpoints give them, and twarc 1. */
export const xV1: PostFormat = {
  name: 'x-v1',
  recognise: (record) =>
    (text(record, 'id_str') !== null && asRecord(record.user) !== null) ||
    (Array.isArray(record.statuses) && asRecord(record.search_metadata) !== null) ||
    isNotice(record),
  read: function* (record, context) {
    if (isNotice(record)) yield reject('not-a-post');
    else if (Array.isArray(record.statuses))
      for (const status of records(record, 'statuses')) yield one(status, context);
    else yield one(record, context);
  },
};

/** Streams hold notices of deletion, limits and withholding between the posts. */
function isNotice(record: PostRecord): boolean {
  return (
    ['delete', 'limit', 'status_withheld', 'scrub_geo'].some((key) => asRecord(record[key]) !== null) &&
    record.id_str === undefined
  );
}

function one(status: PostRecord, context: FormatContext): PostOutcome {
  const id = text(status, 'id_str', 'id');
  if (id === null) return reject('no-id');
  const original = asRecord(status.retweeted_status);
  const full = original ?? status;
  return timedPost(exactStamp(id, text(status, 'created_at')), context, {
    platform: 'x',
    id,
    account: text(status, 'user.id_str', 'user.id'),
    handle: text(status, 'user.screen_name'),
    text: text(full, 'full_text', 'extended_tweet.full_text', 'text') ?? '',
    lang: text(status, 'lang'),
    repost_of: original ? text(original, 'id_str', 'id') : null,
    repost_account: original ? text(original, 'user.id_str', 'user.id') : null,
    reply_to: text(status, 'in_reply_to_status_id_str'),
    quote_of: original ? null : text(status, 'quoted_status_id_str'),
    hashtags: names(entities(full, 'hashtags'), ['text']),
    urls: names(entities(full, 'urls'), ['expanded_url', 'url']).filter((url) => !isOwnLink(url)),
    mentions: names(entities(full, 'user_mentions'), ['id_str', 'screen_name']),
    media: names(at(full, 'extended_entities.media') ?? entities(full, 'media'), [
      'media_url_https',
      'id_str',
    ]),
    client: plainText(text(status, 'source') ?? '') || null,
    followers: count(status, 'user.followers_count'),
    following: count(status, 'user.friends_count'),
    account_posts: count(status, 'user.statuses_count'),
    account_created: moment(text(status, 'user.created_at'), context),
    account_place: text(status, 'user.location'),
    account_lang: text(status, 'user.lang'),
    account_bio: text(status, 'user.description'),
    place: text(status, 'place.country_code'),
  });
}

/** The entities of the whole text: those of `extended_tweet` where the text itself was cut. */
function entities(status: PostRecord, kind: string): unknown {
  return at(status, `extended_tweet.entities.${kind}`) ?? at(status, `entities.${kind}`);
}

/** Links X adds to show a post's own pictures. */
export function isOwnLink(url: string): boolean {
  return /^https?:\/\/(?:t\.co\/|(?:mobile\.)?(?:twitter|x)\.com\/[^/]+\/status\/\d+\/(?:photo|video)\/)/.test(
    url,
  );
}

/**
 * The stamp as milliseconds where the id holds them: `created_at` of v1.1 is cut to seconds. The id is
 * believed only when it agrees with the stamp to two seconds, or when there is no stamp.
 */
export function exactStamp(id: string, stamp: string | null): string | null {
  const inside = snowflakeTime(id);
  if (inside === null) return stamp;
  if (stamp === null) return `${inside}`;
  return Math.abs(Date.parse(stamp) - inside) < 2000 ? `${inside}` : stamp;
}
