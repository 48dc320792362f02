import { moment, type PostFormat, timedPost } from '../post-format.ts';
import { at, names, text } from '../record.ts';

/** Twint: JSON Lines and CSV. Times are local, with the zone in a column of its own. */
export const twint: PostFormat = {
  name: 'twint',
  recognise: (record) =>
    record.tweet !== undefined &&
    record.user_id !== undefined &&
    record.conversation_id !== undefined &&
    record.date !== undefined,
  read: function* (record, context) {
    const date = text(record, 'date') ?? '';
    const day = date.includes(' ') ? date : `${date} ${text(record, 'time') ?? '00:00:00'}`;
    const zone = text(record, 'timezone');
    const isRepost = /^true$/i.test(`${at(record, 'retweet') ?? ''}`);
    yield timedPost(zone === null ? day : `${day} ${zone}`, context, {
      platform: 'x',
      id: text(record, 'id') ?? '',
      account: text(record, isRepost ? 'user_rt_id' : 'user_id', 'user_id'),
      handle: text(record, isRepost ? 'user_rt' : 'username', 'username'),
      text: text(record, 'tweet') ?? '',
      lang: text(record, 'language'),
      repost_of: isRepost ? text(record, 'retweet_id', 'id') : null,
      repost_account: isRepost ? text(record, 'user_id') : null,
      quote_of: /status\/(\d+)/.exec(text(record, 'quote_url') ?? '')?.[1] ?? null,
      hashtags: names(at(record, 'hashtags')),
      urls: names(at(record, 'urls')),
      mentions: names(at(record, 'mentions'), ['id', 'screen_name']),
      media: names(at(record, 'photos')),
      account_created: moment(text(record, 'join_date'), context),
      place: null,
    });
  },
};
