import type { MailboxEntry } from '../fit/read-mailbox.ts';
import { randomOf } from '../model/random.ts';
import { FIXTURE_PEOPLE } from './fixture-mailbox.ts';

const DAY = 86_400_000;
const OPENINGS = [
  'Maybe the',
  'I think the',
  'Thanks, the',
  'However the',
  'We do not know if the',
  'Probably the',
];
const THINGS = ['projector', 'van', 'stage', 'printer', 'banner', 'kettle', 'ladder', 'carpet', 'radio'];
const DEEDS = [
  'needs to be in',
  'was left behind in',
  'seems too large for',
  'has to go back to',
  'fits into',
];
const PLACES = ['the hall', 'room 214', 'the yard', 'the old depot', 'the blue shed', 'bay 37', 'the attic'];
const WHENS = [
  'before noon',
  'because it rains',
  'next week',
  'at the moment',
  'for example',
  'with 45 chairs',
];

/**
 * A mailbox of made-up people for tests, whose mails hardly repeat each other, of a line or of many: what decoys say
 * again of it is somebody's own mail.
 */
export function talkativeMailbox(mails: number): MailboxEntry[] {
  const random = randomOf('talkative mailbox');
  const sentence = () =>
    `${[OPENINGS, THINGS, DEEDS, PLACES, WHENS].map((row) => random.pick(row)).join(' ')}.`;
  return Array.from({ length: mails }, (_, number) => {
    const name =
      number % 3 === 0 ? 'Olive Owner' : (FIXTURE_PEOPLE[number % FIXTURE_PEOPLE.length] ?? 'Ann Lee');
    const address = `${name.toLowerCase().replace(' ', '.')}@house.example`;
    const date = new Date(Date.UTC(2024, 0, 8, 8 + (number % 9)) + number * DAY).toUTCString();
    const paragraph = () => Array.from({ length: random.between(1, 5) }, sentence).join(' ');
    const body = Array.from({ length: random.between(1, 3) }, paragraph).join('\n\n');
    const first = name.split(' ')[0] ?? '';
    return {
      folder: 'INBOX',
      bytes: Buffer.from(
        `Date: ${date.replace('GMT', '+0000')}\nFrom: ${name} <${address}>\nTo: Olive Owner <olive.owner@house.example>\nSubject: about the ${random.pick(THINGS)} ${number}\nMessage-ID: <${number}.${random.letters(9, '0123456789')}@house.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nHi,\n\n${body}\n\nBest,\n${first}\n`,
      ),
    };
  });
}
