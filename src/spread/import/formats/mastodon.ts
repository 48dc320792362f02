import { plainText } from '../plain-text.ts';
import { moment, type PostFormat, timedPost } from '../post-format.ts';
import { asRecord, at, count, names, type PostRecord, text } from '../record.ts';

/** Mastodon and what speaks its API: statuses, with boosts. */
export const mastodon: PostFormat = {
  name: 'mastodon',
  recognise: (record) =>
    text(record, 'account.acct') !== null && record.created_at !== undefined && record.content !== undefined,
  read: function* (status, context) {
    const original = asRecord(status.reblog);
    const full = original ?? status;
    const card = text(full, 'card.url');
    const body = plainText(text(full, 'content') ?? '');
    yield timedPost(text(status, 'created_at'), context, {
      platform: 'mastodon',
      // `uri` is the same on every server; `id` is one server's own.
      id: text(status, 'uri', 'id') ?? '',
      account: text(status, 'account.url', 'account.acct'),
      handle: text(status, 'account.acct'),
      text: body,
      lang: text(full, 'language'),
      repost_of: original ? text(original, 'uri', 'id') : null,
      repost_account: original ? text(original, 'account.url', 'account.acct') : null,
      reply_to: text(status, 'in_reply_to_id'),
      quote_of: text(full, 'quote.quoted_status.uri', 'quote_id'),
      hashtags: names(at(full, 'tags'), ['name']),
      urls: [...new Set([...links(full), ...(card === null ? [] : [card])])],
      mentions: names(at(full, 'mentions'), ['acct']),
      media: names(at(full, 'media_attachments'), ['blurhash', 'id']),
      client: text(status, 'application.name'),
      followers: count(status, 'account.followers_count'),
      following: count(status, 'account.following_count'),
      account_posts: count(status, 'account.statuses_count'),
      account_created: moment(text(status, 'account.created_at'), context),
      account_bio: plainText(text(status, 'account.note') ?? '') || null,
    });
  },
};

/** Links of the text that lead out: not those Mastodon makes of hashtags and mentions. */
function links(status: PostRecord): string[] {
  const html = text(status, 'content')?.slice(0, 100_000) ?? '';
  const anchors = html.match(/<a\s[^<>]*>/g) ?? [];
  return anchors
    .filter((anchor) => !/class="[^"]*(?:mention|hashtag)/.test(anchor))
    .map((anchor) => /href="([^"]*)"/.exec(anchor)?.[1] ?? '')
    .filter((url) => url.startsWith('http'))
    .map(plainText);
}
