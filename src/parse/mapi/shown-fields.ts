import { parseAddresses } from '../mime/address.ts';
import { parseDate } from '../mime/date.ts';
import { decodeWords } from '../mime/encoded-word.ts';
import { fromOf, recipientsOf } from './addresses.ts';
import type { HeaderField } from './header-fields.ts';
import type { MapiMessage } from './message.ts';
import { dateOf, subjectOf } from './stated.ts';

/** Attack: a Subject of megabytes, folded letter by letter. */
const LONGEST = 4000;
const DAY_MS = 86_400_000;

/**
 * Names of transport fields that say something else than the properties of the same item: Subject, another address in From,
 * a recipient in To or Cc who stands in none of the fields, or a Date more than a day off. Outlook shows the properties, and never the transport headers. Attack: the headers of a
 * genuine message are kept, and what is shown is edited. What encodings, stores that cut a Subject short, and Exchange names in
 * place of addresses do is no difference.
 */
export function fieldsShownOtherwise(
  message: MapiMessage,
  fields: readonly HeaderField[],
): ReadonlySet<string> {
  const { properties } = message;
  const found = new Set<string>();
  const subject = fieldValue(fields, 'subject');
  if (subject !== null && isOtherText(decodeWords(subject), subjectOf(properties))) found.add('subject');
  const from = fieldValue(fields, 'from');
  const shown = fromOf(properties)?.address.toLowerCase() ?? '';
  if (from !== null && isSmtp(shown)) {
    const addresses = parseAddresses(from).map(({ address }) => address.toLowerCase());
    if (addresses.length > 0 && !addresses.includes(shown)) found.add('from');
  }
  for (const name of recipientsShownOtherwise(message, fields)) found.add(name);
  const date = parseDate(fieldValue(fields, 'date') ?? '');
  const sent = dateOf(properties);
  if (date !== null && sent !== null && Math.abs(Date.parse(date) - Date.parse(sent)) > DAY_MS)
    found.add('date');
  return found;
}

/**
 * Both To and Cc where the table of recipients, which Outlook shows, has more of them than the fields, and one of a house that none
 * of these names. Exchange writes the main address of a mailbox in the place of another one, names in the place of addresses, and
 * leaves some out; it adds nobody.
 */
function recipientsShownOtherwise(
  message: MapiMessage,
  fields: readonly HeaderField[],
): readonly ('to' | 'cc')[] {
  const values = fields.filter(({ name }) => RECIPIENTS.has(name)).map(({ raw }) => raw.toLowerCase());
  // A recipient by name alone was looked up in an address book.
  if (values.length === 0 || values.some((value) => !value.includes('@'))) return [];
  const written = new Set(values.flatMap((value) => value.match(ADDRESS) ?? []));
  const houses = new Set([...written].map(domainOf));
  const shown = [...recipientsOf(message, 'to'), ...recipientsOf(message, 'cc')]
    .slice(0, MOST_RECIPIENTS)
    .map(({ address }) => address.toLowerCase())
    .filter((address) => isSmtp(address) && !/undisclosed/.test(address));
  const isMore = new Set(shown).size > written.size;
  return isMore && shown.some((address) => !houses.has(domainOf(address))) ? ['to', 'cc'] : [];
}

/** Where transport headers name a recipient: also where a list or a forwarder wrote him. */
const RECIPIENTS = new Set([
  ...['to', 'cc', 'bcc', 'resent-to', 'resent-cc', 'apparently-to', 'x-original-to', 'delivered-to'],
]);
const ADDRESS = /[^\s<>()[\]"',;:@\\]{1,64}@[a-z0-9.-]{1,253}/g;
/** Attack: a table of a hundred thousand recipients. */
const MOST_RECIPIENTS = 200;

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/** Of the first field of a name, on one line; null where there is none. */
function fieldValue(fields: readonly HeaderField[], name: string): string | null {
  const field = fields.find((each) => each.name === name);
  if (field === undefined) return null;
  return field.raw
    .slice(field.raw.indexOf(':') + 1, LONGEST)
    .replace(/\r\n[ \t]*/g, ' ')
    .trim();
}

/** Once marks of answers, tags of lists and what encodings break are left out. */
function isOtherText(one: string, other: string): boolean {
  return (
    isOther(bare(one.normalize('NFKD')), bare(other.normalize('NFKD'))) && isOther(bare(one), bare(other))
  );
}

/** Of a text in another alphabet nothing is left, and raw letters of one may be broken. */
function isOther(a: string, b: string): boolean {
  if (a === '' || b === '' || a === b) return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return !(short.length >= LEAST_CUT && long.startsWith(short));
}

/** Stores cut a Subject after 255 signs, of which encodings may have made three each. */
const LEAST_CUT = 60;
const MARKS = /^(?:\s*(?:[a-z]{1,4}\s*:|\[[^\]]{0,40}\]))+/i;

/** Letters and figures of ASCII. */
function bare(text: string): string {
  return text
    .slice(0, LONGEST)
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

function isSmtp(address: string): boolean {
  return /^[^\s@/=]{1,64}@[a-z0-9.-]{1,253}$/.test(address);
}
