import type { Defect, Limits } from '../../model/index.ts';
import { attempt } from '../binary/fail.ts';
import { charsetOf } from './code-page.ts';
import type { PropertyBag } from './property-bag.ts';
import { readRtf } from './rtf/convert.ts';
import { decompressRtf } from './rtf/lzfu.ts';
import { TAG, TYPE } from './tags.ts';

/** One alternative of a body, ready to be written as a MIME part. */
export interface TextPart {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The forms in which an item keeps its text. */
export interface Bodies {
  readonly plain: TextPart | null;
  readonly html: TextPart | null;
  /** The RTF itself, when the message was written as RTF. */
  readonly rtf: TextPart | null;
  readonly defects: readonly Defect[];
}

/**
 * The alternatives of a body. A store keeps plain text, HTML or compressed RTF, or several; RTF that
 * Outlook made from HTML or text is turned back (MS-OXRTFEX), RTF proper is kept and its words extracted.
 */
export function bodiesOf(properties: PropertyBag, limits: Limits): Bodies {
  const defects: Defect[] = [];
  const storedPlain = properties.text(TAG.body) ?? properties.text(TAG.reportText);
  let plain = storedPlain === null || storedPlain === '' ? null : plainPart(storedPlain);
  let html = htmlOf(properties);
  let rtf: TextPart | null = null;
  if (html === null && properties.has(TAG.rtfCompressed)) {
    const content = rtfOf(properties, limits, defects);
    if (content?.type === 'html')
      html = { type: 'text/html; charset=utf-8', bytes: Buffer.from(content.text.toWellFormed()) };
    if (content?.type === 'rtf') rtf = { type: 'text/rtf', bytes: content.bytes };
    if (content !== null && content.type !== 'html' && content.text.trim() !== '')
      plain ??= plainPart(content.text);
  }
  return { plain, html, rtf, defects };
}

function plainPart(text: string): TextPart {
  const lines = /\r(?!\n)|(?<!\r)\n/.test(text) ? text.replace(/\r\n|\r|\n/g, '\r\n') : text;
  const bytes = Buffer.from(lines.toWellFormed());
  return { type: `text/plain; charset=${bytes.length === lines.length ? 'us-ascii' : 'utf-8'}`, bytes };
}

/** PidTagHtml is bytes in the message's code page; some stores keep Unicode under the same id. */
function htmlOf(properties: PropertyBag): TextPart | null {
  if (properties.typeOf(TAG.html) !== TYPE.binary) {
    const text = properties.text(TAG.html);
    return text === null || text === ''
      ? null
      : { type: 'text/html; charset=utf-8', bytes: Buffer.from(text.toWellFormed()) };
  }
  const bytes = properties.binary(TAG.html);
  if (bytes === null || bytes.length === 0) return null;
  const codePage = properties.number(TAG.internetCodePage) ?? properties.codePage;
  return { type: `text/html; charset=${charsetOf(codePage)}`, bytes };
}

function rtfOf(properties: PropertyBag, limits: Limits, defects: Defect[]) {
  const stored = properties.binary(TAG.rtfCompressed);
  if (stored === null || stored.length === 0) return null;
  const raw = attempt(() => decompressRtf(stored, limits.itemBytes));
  if ('failure' in raw) {
    defects.push({ code: 'rtf-body', detail: raw.failure.detail });
    return null;
  }
  for (const code of raw.ok.defects) defects.push({ code });
  return { ...readRtf(raw.ok.bytes), bytes: raw.ok.bytes };
}
