import { UNNAMED_PLATFORM } from '../../post.ts';
import { moment, type PostFormat, timedPost } from '../post-format.ts';
import { at, count, names, type PostRecord, text } from '../record.ts';

/** 4CAT: the CSV it exports for every source, with columns of the source beside its own. */
export const fourcat: PostFormat = {
  name: '4cat',
  recognise: (record) =>
    ['thread_id', 'author', 'body', 'timestamp'].every((column) => record[column] !== undefined) &&
    record.id !== undefined,
  read: function* (record, context) {
    // `timestamp` is UTC without saying so.
    const stamp = text(record, 'unix_timestamp', 'timestamp');
    const reposted = text(record, 'retweet_id', 'retweeted_id', 'reposted_id');
    const retweetedUser = text(record, 'retweeted_user', 'is_retweet_of');
    const urls = at(record, 'urls') ?? at(record, 'link') ?? at(record, 'url_shared');
    yield timedPost(
      stamp,
      { ...context, zone: 'UTC' },
      {
        platform: platformOf(record),
        id: text(record, 'id') ?? '',
        account: text(record, 'author_id', 'author'),
        handle: text(record, 'author'),
        text: [text(record, 'subject'), text(record, 'body')].filter((part) => part !== null).join('\n'),
        lang: text(record, 'language', 'language_guess', 'lang'),
        repost_of:
          reposted ??
          (retweetedUser === null ? null : `repost:${retweetedUser}:${text(record, 'body') ?? ''}`),
        repost_account: retweetedUser,
        reply_to: text(record, 'reply_to', 'in_reply_to', 'replied_to'),
        ...(at(record, 'hashtags') !== undefined ? { hashtags: names(at(record, 'hashtags')) } : {}),
        ...(urls !== undefined ? { urls: names(urls) } : {}),
        mentions: names(at(record, 'mentions')),
        media: names(at(record, 'image_md5') ?? at(record, 'images')),
        client: text(record, 'source'),
        followers: count(record, 'author_followers', 'author_follower_count'),
        account_created: moment(text(record, 'author_created_at'), { ...context, zone: 'UTC' }),
        place: text(record, 'country_code', 'country'),
      },
    );
  },
};

/** 4CAT does not name the source in the table; its columns do. */
function platformOf(record: PostRecord): string {
  if (record.is_retweet !== undefined || record.retweet_count !== undefined) return 'x';
  if (record.image_md5 !== undefined) return '4chan';
  if (record.tiktok_url !== undefined || record.music_id !== undefined) return 'tiktok';
  if (record.is_forward !== undefined || record.author_forwarded_from_name !== undefined) return 'telegram';
  return UNNAMED_PLATFORM;
}
