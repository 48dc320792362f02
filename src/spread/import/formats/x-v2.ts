import {
  type FormatContext,
  moment,
  type PostFormat,
  type PostOutcome,
  reject,
  timedPost,
} from '../post-format.ts';
import { asRecord, at, count, names, type PostRecord, records, text } from '../record.ts';
import { bareName, USUAL_COLUMNS } from './usual-columns.ts';
import { exactStamp, isOwnLink } from './x-v1.ts';

/** X API v2: pages with `data` and `includes`, streamed posts, and the flattened form of twarc. */
export const xV2: PostFormat = {
  name: 'x-v2',
  recognise: (record) =>
    isPost(record) ||
    records(record, 'data').some((item) => isPost(item) || isOtherThing(item)) ||
    (asRecord(record.data) !== null && isPost(record.data as PostRecord)) ||
    isOtherThing(record) ||
    isEmptyPage(record),
  read: function* (record, context) {
    if (isEmptyPage(record)) return;
    const single = asRecord(record.data);
    const list = single ? [single] : Array.isArray(record.data) ? records(record, 'data') : [record];
    const includes = included(record);
    for (const item of list) yield isPost(item) ? one(item, includes, context) : reject('not-a-post');
  },
};

function isPost(record: PostRecord): boolean {
  return (
    typeof record.id === 'string' &&
    typeof record.text === 'string' &&
    ['edit_history_tweet_ids', 'author_id', 'public_metrics', 'conversation_id', 'referenced_tweets'].some(
      (key) => record[key] !== undefined,
    ) &&
    record.id_str === undefined
  );
}

/** Counts, lists, users, compliance events: what else the API returns and twarc saves. */
function isOtherThing(record: PostRecord): boolean {
  return (
    ['tweet_count', 'owner_id', 'pinned_tweet_id', 'action', 'username'].some(
      (key) => record[key] !== undefined,
    ) &&
    !Object.keys(record).some((key) => TEXTS.has(bareName(key))) &&
    (typeof record.id === 'string' || record.tweet_count !== undefined)
  );
}

/** Names of columns that hold what a post says: somebody's table with `id`, `username` and `content` is none of X. */
const TEXTS: ReadonlySet<string> = new Set(
  // Users of X have a description.
  (USUAL_COLUMNS.text ?? []).filter((name) => name !== 'description'),
);

/** A page without results: only `meta`, or only `errors`. */
function isEmptyPage(record: PostRecord): boolean {
  return record.data === undefined && (at(record, 'meta.result_count') === 0 || Array.isArray(record.errors));
}

interface Included {
  readonly users: ReadonlyMap<string, PostRecord>;
  readonly posts: ReadonlyMap<string, PostRecord>;
  readonly places: ReadonlyMap<string, PostRecord>;
}

function included(record: PostRecord): Included {
  const byId = (path: string): ReadonlyMap<string, PostRecord> =>
    new Map(records(record, path).map((item) => [text(item, 'id') ?? '', item]));
  return { users: byId('includes.users'), posts: byId('includes.tweets'), places: byId('includes.places') };
}

function one(item: PostRecord, includes: Included, context: FormatContext): PostOutcome {
  const id = text(item, 'id') ?? '';
  const account = text(item, 'author_id', 'author.id');
  const author = asRecord(item.author) ?? includes.users.get(account ?? '') ?? {};
  const reference = (type: string): PostRecord | null =>
    records(item, 'referenced_tweets').find((other) => other.type === type) ?? null;
  const reposted = reference('retweeted');
  const repostOf = reposted && text(reposted, 'id');
  // Flattened: the original stands in the reference itself; pages: among the included posts.
  const original = reposted?.text !== undefined ? reposted : includes.posts.get(repostOf ?? '');
  const full = original ?? item;
  return timedPost(exactStamp(id, text(item, 'created_at')), context, {
    platform: 'x',
    id,
    account,
    handle: text(author, 'username'),
    text: text(full, 'note_tweet.text', 'text') ?? '',
    lang: text(item, 'lang'),
    repost_of: repostOf,
    repost_account: original ? text(original, 'author_id', 'author.id') : null,
    reply_to: text(reference('replied_to') ?? {}, 'id'),
    quote_of: reposted ? null : text(reference('quoted') ?? {}, 'id'),
    hashtags: names(at(full, 'entities.hashtags'), ['tag']),
    urls: names(at(full, 'entities.urls'), ['unwound_url', 'expanded_url', 'url']).filter(
      (url) => !isOwnLink(url),
    ),
    mentions: names(at(full, 'entities.mentions'), ['id', 'username']),
    media: names(at(full, 'attachments.media_keys') ?? names(at(full, 'attachments.media'), ['media_key'])),
    client: text(item, 'source'),
    followers: count(author, 'public_metrics.followers_count'),
    following: count(author, 'public_metrics.following_count'),
    account_posts: count(author, 'public_metrics.tweet_count'),
    account_created: moment(text(author, 'created_at'), context),
    account_place: text(author, 'location'),
    account_bio: text(author, 'description'),
    place:
      text(asRecord(item.geo) ?? {}, 'country_code') ??
      text(includes.places.get(text(item, 'geo.place_id') ?? '') ?? {}, 'country_code'),
  });
}
