import {
  type FormatContext,
  moment,
  type PostFormat,
  type PostOutcome,
  reject,
  timedPost,
} from '../post-format.ts';
import { asRecord, at, count, names, type PostRecord, records, text } from '../record.ts';

/** Bluesky: post views, feeds with re-posts, search pages, Jetstream events, and flat tables of posts. */
export const bluesky: PostFormat = {
  name: 'bluesky',
  recognise: (record) =>
    isView(record) ||
    isJetstream(record) ||
    isView(asRecord(record.post)) ||
    records(record, 'feed').some((item) => isView(asRecord(item.post))) ||
    records(record, 'posts').some(isView),
  read: function* (record, context) {
    if (isJetstream(record)) yield jetstream(record, context);
    else if (Array.isArray(record.feed))
      for (const item of records(record, 'feed')) yield feedItem(item, context);
    else if (Array.isArray(record.posts))
      for (const item of records(record, 'posts')) yield view(item, context);
    else if (asRecord(record.post)) yield feedItem(record, context);
    else yield view(record, context);
  },
};

function isView(record: PostRecord | null): boolean {
  return record !== null && typeof record.uri === 'string' && record.uri.startsWith('at://');
}

function isJetstream(record: PostRecord): boolean {
  return typeof record.did === 'string' && record.did.startsWith('did:') && record.time_us !== undefined;
}

function feedItem(item: PostRecord, context: FormatContext): PostOutcome {
  const original = asRecord(item.post);
  if (!original) return reject('not-a-post');
  const by = text(item, 'reason.by.did');
  if (by === null) return view(original, context);
  const uri = text(original, 'uri') ?? '';
  return timedPost(text(item, 'reason.indexedAt'), context, {
    ...content(original),
    platform: 'bluesky',
    id: text(item, 'reason.uri') ?? `${uri}#repost:${by}`,
    account: by,
    handle: text(item, 'reason.by.handle'),
    text: text(original, 'record.text') ?? '',
    repost_of: uri,
    repost_account: text(original, 'author.did'),
    account_created: moment(text(item, 'reason.by.createdAt'), context),
  });
}

/** `indexedAt` is the server's clock; `createdAt` is whatever the client wrote, so it comes second. */
function view(item: PostRecord, context: FormatContext): PostOutcome {
  const uri = text(item, 'uri') ?? '';
  const stamp = text(
    item,
    'indexedAt',
    'indexed_at',
    'record.createdAt',
    'record.created_at',
    'created_at',
    'createdAt',
  );
  return timedPost(stamp, context, {
    ...content(item),
    platform: 'bluesky',
    id: uri,
    account: text(item, 'author.did', 'author_did', 'did') ?? /^at:\/\/(did:[^/]+)/.exec(uri)?.[1] ?? null,
    handle: text(item, 'author.handle', 'author_handle', 'handle'),
    text: text(item, 'record.text', 'text') ?? '',
    lang: names(at(item, 'record.langs') ?? at(item, 'langs') ?? at(item, 'lang'))[0] ?? null,
    followers: count(item, 'author.followersCount'),
    following: count(item, 'author.followsCount'),
    account_posts: count(item, 'author.postsCount'),
    account_created: moment(text(item, 'author.createdAt'), context),
    account_bio: text(item, 'author.description'),
  });
}

function jetstream(event: PostRecord, context: FormatContext): PostOutcome {
  const collection = text(event, 'commit.collection');
  if (text(event, 'commit.operation') !== 'create') return reject('not-a-post');
  if (collection !== 'app.bsky.feed.post' && collection !== 'app.bsky.feed.repost')
    return reject('not-a-post');
  const did = text(event, 'did') ?? '';
  const record = asRecord(at(event, 'commit.record')) ?? {};
  const subject = text(record, 'subject.uri');
  return timedPost(text(event, 'time_us'), context, {
    ...content({ record }),
    platform: 'bluesky',
    id: `at://${did}/${collection}/${text(event, 'commit.rkey') ?? ''}`,
    account: did,
    text: text(record, 'text') ?? '',
    lang: names(record.langs)[0] ?? null,
    repost_of: subject,
    repost_account: /^at:\/\/(did:[^/]+)/.exec(subject ?? '')?.[1] ?? null,
  });
}

/** Tags, links, mentions, pictures and what is answered, from the record of a post. */
function content(item: PostRecord) {
  const features = records(item, 'record.facets').flatMap((facet) => records(facet, 'features'));
  const external = text(item, 'record.embed.external.uri', 'record.embed.media.external.uri');
  const tags = [...names(features, ['tag']), ...names(at(item, 'record.tags'))];
  const links = [...names(features, ['uri']), ...(external === null ? [] : [external])];
  const images = [...records(item, 'record.embed.images'), ...records(item, 'record.embed.media.images')];
  return {
    reply_to: text(item, 'record.reply.parent.uri'),
    quote_of: text(item, 'record.embed.record.uri', 'record.embed.record.record.uri'),
    ...(tags.length > 0 ? { hashtags: tags } : {}),
    ...(links.length > 0 ? { urls: [...new Set(links)] } : {}),
    mentions: names(features, ['did']),
    media: images.map((image) => text(image, 'image.ref.$link', 'image.cid')).filter((key) => key !== null),
  };
}
