import type { Limits } from '../../model/index.ts';
import { asBuffer } from '../binary/as-buffer.ts';
import { htmlToText } from '../text/html.ts';
import { longestText } from '../text/html-length.ts';
import type { Bodies } from './bodies.ts';
import { decodePart, isIdentity } from './body.ts';
import { calendarText } from './calendar.ts';
import { findEmbedded } from './embedded.ts';
import { htmlOnlyWords } from './html-only-words.ts';
import type { ParsedMessage, Part } from './message.ts';
import type { Attachment } from './summary.ts';
import { bytesText, partText } from './text-part.ts';

/** An alternative is worth indexing when it says at least half as much again as the plain text, if that says anything. */
const WORTH_TIMES = 1.5;
const WORTH_MORE = 120;

/** The text a reader sees, and every leaf that is none of it. */
export interface ShownText {
  /** Line ends as LF, at most `limits.textChars` characters. */
  readonly text: string;
  readonly attachments: readonly Attachment[];
}

/** Puts together what the bodies of a message show; the files inside of their text become attachments. */
export function readShownText(message: ParsedMessage, bodies: Bodies, limits: Limits): ShownText {
  const texts: string[] = [];
  const embedded: Attachment[] = [];
  let room = limits.textChars;
  const always = bodies.shown.filter((one) => one.use === 'always');
  for (const { part, use } of [...always, ...bodies.shown.filter((one) => one.use !== 'always')]) {
    if (room <= 0) break;
    const before = texts.join('\n').length;
    const least = use === 'only-if-poor' && before > 0 ? before * WORTH_TIMES + WORTH_MORE : 0;
    if (least > 0 && part.type === 'text/html') {
      const html = partText(message, part, limits);
      if (longestText(html) < least) {
        const { others, hidden } = htmlOnlyWords(html, texts.join('\n'));
        const words = [...others, ...hidden.map((word) => `-${word}`)];
        if (words.length > 0) texts.push(`HTML: ${words.join(' ')}`.slice(0, room));
        continue;
      }
    }
    const text = shownText(message, part, limits, embedded).slice(0, room);
    if (text.trim() === '' || text.length < least) continue;
    texts.push(text);
    room -= text.length + 1;
  }
  const attachments = bodies.attachments.map((part) => ({ part, name: part.filename }));
  return { text: texts.join('\n'), attachments: [...attachments, ...embedded] };
}

/** Rich text (RFC 1341, 1896) is marked up with tags much like HTML's. */
const MARKED_UP = new Set(['text/html', 'text/enriched', 'text/richtext']);

function shownText(message: ParsedMessage, part: Part, limits: Limits, embedded: Attachment[]): string {
  if (MARKED_UP.has(part.type)) return htmlToText(partText(message, part, limits));
  if (part.type === 'text/calendar') return calendarText(partText(message, part, limits));
  if (!isIdentity(part)) return partText(message, part, limits);
  const raw = decodePart(message, part);
  const found = findEmbedded(asBuffer(raw), part);
  if (found === null) return partText(message, part, limits);
  for (const one of found.parts) embedded.push({ part: one, name: one.filename });
  return bytesText(found.rest, part, limits);
}
