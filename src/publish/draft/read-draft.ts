import { DEFAULT_LIMITS } from '../../model/index.ts';
import { detectBytes } from '../../parse/detect/index.ts';
import { decodeMarkup, decodePlain } from '../../parse/document/plain-text.ts';
import { assembleDraft } from './assemble.ts';
import type { Draft } from './draft.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import { readWord } from './word.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * A draft in Markdown, docx, HTML or plain text, told by its content and, between the kinds of text, its name. Never
 * throws: what cannot be read is a draft without text whose `failure` says why.
 */
export function readDraft(bytes: Uint8Array, name: string): Draft {
  const { type } = detectBytes(bytes, name);
  if (type === DOCX) return assembleDraft('docx', bytes, readWord(bytes, DEFAULT_LIMITS));
  if (type === 'text/html' || type === 'application/xhtml+xml' || /\.x?html?$/iu.test(name))
    return assembleDraft('html', bytes, readHtml(decodeMarkup(bytes)));
  const isText = type.startsWith('text/') || /\.(?:md|markdown|txt|text)$/iu.test(name);
  if (!isText || bytes.includes(0)) {
    const failure = {
      code: 'unsupported' as const,
      detail: `A draft is Markdown, docx, HTML or plain text, not ${type}.`,
    };
    return assembleDraft('text', bytes, { blocks: [], frontMatter: {}, failure });
  }
  const format = /\.te?xt$/iu.test(name) ? 'text' : 'markdown';
  return assembleDraft(format, bytes, readMarkdown(decodePlain(bytes)));
}

/** A draft that is at hand as text, in Markdown. */
export function draftOfText(text: string): Draft {
  return assembleDraft('markdown', Buffer.from(text), readMarkdown(text));
}
