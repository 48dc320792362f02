import type { Mail } from '../fit/mail.ts';
import { mailsOf } from '../fit/mail.ts';
import { type Random, randomOf } from '../model/random.ts';

/**
 * Decoys as one would write them in an afternoon: a handful of templates, one header, times out of the air.
 * The positive control: a battery that does not catch these catches nothing.
 */
export function naiveMails(real: readonly Mail[], count: number, seed: string): Mail[] {
  const random = randomOf(`${seed}/naive`);
  const first = real[0]?.at ?? 0;
  const span = (real.at(-1)?.at ?? first) - first;
  return mailsOf(
    Array.from({ length: count }, (_, i) => ({
      folder: '',
      bytes: Buffer.from(naive(i, first + random.next() * span, random)),
    })),
  );
}

const BODIES = [
  'Dear colleague,\n\nPlease find below the agenda for our next meeting.\n\nBest regards,',
  'Hello,\n\nThe room has been booked for Thursday. Let me know if you need anything.\n\nKind regards,',
  'Bonjour,\n\nLa réunion est reportée à jeudi. Merci de confirmer votre présence.\n\nCordialement,',
  'Hi all,\n\nCoffee machine is out of order again. A technician comes tomorrow.\n\nThanks,',
];

function naive(number: number, at: number, random: Random): string {
  const date = new Date(at).toUTCString().replace('GMT', '+0000');
  return `Date: ${date}\nFrom: user${number % 9}@example.org\nTo: team@example.org\nSubject: Meeting ${number}\nMessage-ID: <${number}@example.org>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n${random.pick(BODIES)}\nUser ${number % 9}\n`;
}
