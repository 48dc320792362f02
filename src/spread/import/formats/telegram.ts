import { type FormatContext, type PostFormat, type PostOutcome, reject, timedPost } from '../post-format.ts';
import { names, type PostRecord, records, text } from '../record.ts';

/** Telegram Desktop: the JSON export of one chat or channel, or of all. */
export const telegram: PostFormat = {
  name: 'telegram',
  recognise: (record) => isChat(record) || records(record, 'chats.list').some(isChat),
  read: function* (record, context) {
    const chats = isChat(record) ? [record] : records(record, 'chats.list');
    for (const chat of chats)
      for (const message of records(chat, 'messages')) yield one(chat, message, context);
  },
};

function isChat(record: PostRecord): boolean {
  return Array.isArray(record.messages) && record.type !== undefined && record.id !== undefined;
}

function one(chat: PostRecord, message: PostRecord, context: FormatContext): PostOutcome {
  if (message.type !== undefined && message.type !== 'message') return reject('not-a-post');
  const id = text(message, 'id');
  if (id === null) return reject('no-id');
  const chatId = text(chat, 'id') ?? '';
  const entities = records(message, 'text_entities');
  const written = entities.length > 0 ? joined(entities) : joined(message.text);
  const links = entities.filter((entity) => entity.type === 'link' || entity.type === 'text_link');
  const forwarded = text(message, 'forwarded_from_id', 'forwarded_from');
  const reply = text(message, 'reply_to_message_id');
  const file = text(message, 'photo', 'file');
  // `date` is the local time of whoever made the export; `date_unixtime` came with version 3.7 (2022).
  return timedPost(text(message, 'date_unixtime', 'date'), context, {
    platform: 'telegram',
    id: `${chatId}/${id}`,
    account: text(message, 'from_id') ?? `channel${chatId}`,
    handle: text(message, 'from') ?? text(chat, 'name'),
    text: written,
    // The number of the original is not exported: the author and the text stand for it.
    repost_of: forwarded === null ? null : `forward:${forwarded}:${written.slice(0, 200)}`,
    repost_account: forwarded,
    reply_to: reply === null ? null : `${chatId}/${reply}`,
    ...(links.length > 0 ? { urls: links.flatMap((link) => names([link], ['href', 'text'])) } : {}),
    mentions: names(
      entities.filter((entity) => entity.type === 'mention'),
      ['text'],
    ),
    media: file === null || file.startsWith('(') ? [] : [file],
  });
}

/** Text is a string, or a list of strings and of objects with a text. */
function joined(parts: unknown): string {
  if (typeof parts === 'string') return parts;
  if (!Array.isArray(parts)) return '';
  return parts
    .map((part: unknown) => (typeof part === 'string' ? part : (text({ part }, 'part.text') ?? '')))
    .join('');
}
