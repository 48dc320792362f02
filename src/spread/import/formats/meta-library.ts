import { type FormatContext, type PostFormat, type PostOutcome, timedPost } from '../post-format.ts';
import { at, count, names, type PostRecord, records, text } from '../record.ts';

/** Meta Content Library: posts of Facebook, Instagram and Threads, as JSON or as a flattened table. */
export const metaLibrary: PostFormat = {
  name: 'meta-content-library',
  recognise: (record) => isPost(record) || records(record, 'data').some(isPost),
  read: function* (record, context) {
    for (const item of isPost(record) ? [record] : records(record, 'data')) yield one(item, context);
  },
};

function isPost(record: PostRecord): boolean {
  return (
    record.creation_time !== undefined &&
    text(record, 'post_owner.id', 'post_owner', 'post_owner.name') !== null
  );
}

function one(item: PostRecord, context: FormatContext): PostOutcome {
  const link = text(item, 'link_attachment.link', 'link_attachment.url', 'link_attachment');
  const network = /instagram|threads/i.exec(
    `${text(item, 'surface.type', 'surface', 'platform', 'post_url') ?? ''}`,
  )?.[0];
  return timedPost(text(item, 'creation_time'), context, {
    platform: network?.toLowerCase() ?? 'facebook',
    id: text(item, 'id') ?? '',
    account: text(item, 'post_owner.id', 'post_owner'),
    handle: text(item, 'post_owner.username', 'post_owner.name'),
    text: text(item, 'text') ?? '',
    lang: text(item, 'lang', 'language'),
    repost_of: text(item, 'shared_post_id', 'shared_post.id'),
    ...(link?.startsWith('http') ? { urls: [link] } : {}),
    ...(at(item, 'hashtags') !== undefined ? { hashtags: names(at(item, 'hashtags')) } : {}),
    mentions: names(at(item, 'mentions')),
    media: names(at(item, 'multimedia'), ['id', 'url']),
    followers: count(item, 'post_owner.follower_count', 'follower_count'),
    place: text(item, 'post_owner.main_admin_country', 'country'),
  });
}
