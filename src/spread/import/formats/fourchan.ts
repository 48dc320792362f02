import { plainText } from '../plain-text.ts';
import { type FormatContext, type PostFormat, type PostOutcome, reject, timedPost } from '../post-format.ts';
import { type PostRecord, records, text } from '../record.ts';

/** 4chan: threads, boards and catalogues of its JSON API. Posts are anonymous; most boards give no id. */
export const fourchan: PostFormat = {
  name: '4chan',
  recognise: (record) =>
    isPost(record) || records(record, 'posts').some(isPost) || records(record, 'threads').length > 0,
  read: function* (record, context) {
    if (isPost(record)) yield one(record, context);
    for (const item of records(record, 'posts')) yield one(item, context);
    for (const thread of records(record, 'threads')) {
      if (isPost(thread)) yield one(thread, context);
      for (const item of [...records(thread, 'posts'), ...records(thread, 'last_replies')])
        yield one(item, context);
    }
  },
};

function isPost(record: PostRecord): boolean {
  return record.no !== undefined && record.resto !== undefined && record.time !== undefined;
}

function one(item: PostRecord, context: FormatContext): PostOutcome {
  const no = text(item, 'no');
  if (no === null) return reject('no-id');
  const thread = text(item, 'resto') === '0' ? no : (text(item, 'resto') ?? no);
  const poster = text(item, 'id');
  const trip = text(item, 'trip');
  const body = plainText(text(item, 'com') ?? '');
  const md5 = text(item, 'md5');
  return timedPost(text(item, 'time'), context, {
    platform: '4chan',
    id: no,
    // The poster id is good for one thread; a tripcode is the same everywhere.
    account: trip ?? (poster === null ? null : `${thread}:${poster}`),
    handle: text(item, 'name'),
    text: [text(item, 'sub'), body].filter((part) => part !== null && part !== '').join('\n'),
    reply_to: thread === no ? null : (/^>>(\d+)/m.exec(body)?.[1] ?? thread),
    media: md5 === null ? [] : [`md5:${md5}`],
    place: text(item, 'country'),
  });
}
