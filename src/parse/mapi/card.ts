import type { TextPart } from './bodies.ts';
import { writeCalendar } from './icalendar.ts';
import type { MapiMessage } from './message.ts';
import { TAG } from './tags.ts';
import { writeVcard } from './vcard.ts';

/**
 * A contact as vCard or an appointment as iCalendar, told by the message class (MS-OXOCNTC, MS-OXOCAL), with the plain
 * body as its note; null for what is a message by nature.
 */
export function cardOf(message: MapiMessage, plain: TextPart | null): TextPart | null {
  const messageClass = message.properties.text(TAG.messageClass) ?? '';
  const note = plain === null ? null : Buffer.from(plain.bytes).toString('utf8');
  if (/^ipm\.contact(\.|$)/i.test(messageClass))
    return { type: 'text/vcard; charset=utf-8', bytes: writeVcard(message, note) };
  if (/^ipm\.(appointment|schedule\.meeting)(\.|$)/i.test(messageClass)) {
    return { type: 'text/calendar; charset=utf-8', bytes: writeCalendar(message, note) };
  }
  return null;
}
