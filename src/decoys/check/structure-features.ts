import type { Mail } from '../fit/mail.ts';
import type { FeatureTable } from './metadata-features.ts';

/**
 * Whether a mail agrees with the rest of its mailbox: what a careful reader cross-checks. `all` is the side
 * the mail is on, so that parents and habits are looked up among its own.
 */
export function structureFeatures(mails: readonly Mail[]): FeatureTable {
  const byId = new Map(mails.map((mail) => [mail.messageId ?? '', mail]));
  const habits = habitsOf(mails);
  const rows = mails.map((mail) => Float64Array.from(describe(mail, byId, habits).map(([, value]) => value)));
  const first = mails[0];
  return { names: first === undefined ? [] : describe(first, byId, habits).map(([name]) => name), rows };
}

/** By author, the most frequent value of each kind. */
type Habits = ReadonlyMap<string, ReadonlyMap<string, string>>;

function describe(mail: Mail, byId: ReadonlyMap<string, Mail>, habits: Habits): [string, number][] {
  const answered = mail.inReplyTo[0];
  const parent = byId.get(answered ?? '');
  const quoted = mail.text.split('\n').filter((line) => /^>\s?[^>\s]/.test(line));
  const own = habits.get(mail.from?.address ?? '');
  // Whether it is the author's most frequent one: shares would tell the two sides apart by their numbers alone.
  const usual = (kind: string, value: string): number => (own?.get(kind) === value ? 1 : 0);
  return [
    ['answers what is not there', answered !== undefined && parent === undefined ? 1 : 0],
    ['answers nothing though called Re', answered === undefined && /^re:/i.test(mail.subject) ? 1 : 0],
    ['older than what it answers', parent !== undefined && parent.at > mail.at ? 1 : 0],
    ['subject differs from the one answered', parent === undefined ? -1 : sameSubject(parent, mail) ? 0 : 1],
    ['quoted lines found in the mail answered', parent === undefined ? -1 : foundIn(quoted, parent.text)],
    [
      'writes to whom it answers',
      parent === undefined ? -1 : writesTo(mail, parent.from?.address ?? '') ? 1 : 0,
    ],
    ['last reference is what it answers', mail.references.at(-1) === answered ? 1 : 0],
    ['references less depth', mail.references.length - depthOf(mail, byId)],
    ['hops run backwards', mail.received.some((at, i) => at < (mail.received[i + 1] ?? at) - 60_000) ? 1 : 0],
    ['received before written', (mail.received[0] ?? mail.at) < mail.at - 120_000 ? 1 : 0],
    ['usual zone of its author', usual('zone', mail.zone)],
    ['usual program of its author', usual('program', programOf(mail))],
    ['usual Message-ID of its author', usual('id', idHost(mail))],
    ['signed as its author usually is', usual('dkim', String(isSigned(mail)))],
  ];
}

function habitsOf(mails: readonly Mail[]): Habits {
  const habits = new Map<string, Map<string, string>>();
  for (const [author, own] of Map.groupBy(mails, ({ from }) => from?.address ?? '')) {
    const usual = new Map<string, string>();
    usual.set('zone', mostFrequent(own.map(({ zone }) => zone)));
    usual.set('program', mostFrequent(own.map(programOf)));
    usual.set('id', mostFrequent(own.map(idHost)));
    usual.set('dkim', mostFrequent(own.map((mail) => String(isSigned(mail)))));
    habits.set(author, usual);
  }
  return habits;
}

function mostFrequent(values: readonly string[]): string {
  const groups = [...Map.groupBy(values, (value) => value)];
  return groups.reduce(
    (best, each) => (each[1].length > best[1].length ? each : best),
    groups[0] ?? ['', []],
  )[0];
}

function programOf({ fields }: Mail): string {
  return fields.find(({ name }) => /^(?:user-agent|x-mailer)$/i.test(name))?.raw.replace(/[\d.]+/g, '') ?? '';
}

function idHost({ messageId }: Mail): string {
  return (messageId ?? '').replace(/^.*@/, '');
}

function isSigned({ fields }: Mail): boolean {
  return fields.some(({ name }) => /^dkim-signature$/i.test(name));
}

function sameSubject(a: Mail, b: Mail): boolean {
  const bare = (subject: string): string => subject.replace(/^(?:\s*(?:re|fwd?)\s*:|\[[^\]]*\]|\s)+/i, '');
  return bare(a.subject) === bare(b.subject);
}

function foundIn(quoted: readonly string[], text: string): number {
  if (quoted.length === 0) return -0.5;
  return quoted.filter((line) => text.includes(line.replace(/^>\s?/, '').trim())).length / quoted.length;
}

function writesTo({ to, cc }: Mail, address: string): boolean {
  return [...to, ...cc].some((each) => each.address.toLowerCase() === address.toLowerCase());
}

/** Answers up to the first, as far as they are there; bounded, since a chain may be made to loop. */
function depthOf(mail: Mail, byId: ReadonlyMap<string, Mail>): number {
  let depth = 0;
  for (let at: Mail | undefined = mail; at !== undefined && depth < 50; depth++)
    at = byId.get(at.inReplyTo[0] ?? '');
  return depth;
}
