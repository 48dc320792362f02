import type { MailboxEntry } from '../fit/read-mailbox.ts';
import { randomOf } from '../model/random.ts';

const DAY = 86_400_000;
/** Who writes in mailboxes made for tests. */
export const FIXTURE_PEOPLE = ['Ann Lee', 'Bo Marsh', 'Cleo Vane', 'Dora Quill', 'Ed Stone', 'Fay Wren'];
const SENTENCES = [
  'The room on the second floor is free on Tuesday.',
  'Please bring the folding tables back before noon.',
  'I have counted the chairs again and two are missing.',
  'Could you send me the list of the spare keys?',
  'The printer needs a new cartridge by the end of the week.',
  'We agreed to start at nine as usual.',
  'The supplier was late, so the boxes come on Thursday.',
  'Thanks for the quick answer.',
];

/** A small mailbox of made-up people for tests: threads of one to four mails, two mail programs, one server. */
export function fixtureMailbox(threads: number): MailboxEntry[] {
  const random = randomOf('fixture mailbox');
  const entries: MailboxEntry[] = [];
  for (let thread = 0; thread < threads; thread++) {
    const start = Date.UTC(2024, 0, 8, 8 + (thread % 9)) + thread * DAY;
    const size = 1 + (thread % 4);
    const subject = `${random.pick(SENTENCES).slice(0, 24)} ${thread}`;
    let parent = { id: '', text: '', name: '' };
    for (let position = 0; position < size; position++) {
      const name =
        position % 2 === 0 ? (FIXTURE_PEOPLE[thread % FIXTURE_PEOPLE.length] ?? 'Ann Lee') : 'Olive Owner';
      const id = `${thread}.${position}.${random.letters(8, '0123456789ABCDEF')}@house.example`;
      const own = Array.from({ length: random.between(1, 4) }, () => random.pick(SENTENCES)).join(' ');
      const quoted = parent.text === '' ? '' : `${parent.name} wrote:\n> ${parent.text}\n\n`;
      const at = start + position * 3_600_000;
      entries.push({
        folder: position % 2 === 0 ? 'INBOX' : 'Sent',
        bytes: Buffer.from(
          message({
            at,
            name,
            subject,
            id,
            parent: parent.id,
            body: `Hi,\n\n${quoted}${own}\n\nThanks,\n${name.split(' ')[0]}\n`,
          }),
        ),
      });
      parent = { id, text: own, name };
    }
  }
  return entries;
}

interface Written {
  readonly at: number;
  readonly name: string;
  readonly subject: string;
  readonly id: string;
  readonly parent: string;
  readonly body: string;
}

function message({ at, name, subject, id, parent, body }: Written): string {
  const date = (lag: number): string => new Date(at + lag).toUTCString().replace('GMT', '+0000');
  const address = (of: string): string => `${of} <${of.toLowerCase().replace(' ', '.')}@house.example>`;
  const to = name === 'Olive Owner' ? address('Ann Lee') : address('Olive Owner');
  const reply = parent === '' ? '' : `In-Reply-To: <${parent}>\nReferences: <${parent}>\n`;
  const program = name < 'C' ? 'Mozilla Thunderbird 102' : 'Apple Mail (2.3654)';
  return `Received: from mail.house.example (mail.house.example [192.0.2.7])\n\tby mx.house.example (Postfix) with ESMTP id ${id.slice(-22, -14)}\n\tfor <in@house.example>; ${date(4000)}\nDate: ${date(0)}\nFrom: ${address(name)}\nTo: ${to}\nSubject: ${parent === '' ? '' : 'Re: '}${subject}\nMessage-ID: <${id}>\n${reply}User-Agent: ${program}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n${body}`;
}
