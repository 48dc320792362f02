import { DEFAULT_LIMITS } from '../../model/index.ts';
import { detectBytes } from '../../parse/detect/index.ts';
import { readDocument } from '../../parse/document/read.ts';
import type { LeakedItem } from './verify-item.ts';

/** Reads an item as a sift would, as far as its words. Never throws on what it holds. Not for the page: PDF needs Node. */
export async function readItem(bytes: Uint8Array, name: string): Promise<LeakedItem> {
  const { type } = detectBytes(bytes, name);
  if (type === 'message/rfc822') return { type: 'message', bytes };
  const { text, status, failure } = await readDocument(type, bytes, {
    passwords: [],
    limits: DEFAULT_LIMITS,
  });
  const isRead = status === 'ok' && failure === null && text !== '';
  return isRead ? { type: 'text', bytes, text } : { type: 'unreadable', bytes };
}
