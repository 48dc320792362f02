import type { BesideWords } from '../../model/index.ts';
import type { ParsedMessage } from '../../parse/mime/message.ts';
import type { MessageSummary } from '../../parse/mime/summary.ts';
import { htmlActs } from './html-acts.ts';

/** What a message does or shows beside its words, people and files; null where there is nothing of it. */
export function besideWords({ root }: ParsedMessage, summary: MessageSummary): BesideWords | null {
  const replyTo = summary.replyTo.map(({ address }) => address.toLowerCase()).slice(0, MOST_ADDRESSES);
  const names = root.headers.map(({ key }) => key).filter((key) => ONCE.has(key));
  const repeated = [...new Set(names.filter((key, at) => names.indexOf(key) < at))];
  const html = summary.html;
  const acts = html === null ? null : htmlActs(html);
  if (replyTo.length === 0 && repeated.length === 0 && acts === null) return null;
  return {
    ...(replyTo.length > 0 && { replyTo }),
    ...(repeated.length > 0 && { repeated }),
    ...(acts !== null && { acts }),
  };
}

/** Attack: a Reply-To of twenty thousand addresses. */
const MOST_ADDRESSES = 20;

/** What RFC 5322 section 3.6 allows once, and readers show. */
const ONCE = new Set(['from', 'subject', 'date', 'to', 'cc', 'reply-to', 'sender', 'content-type']);
