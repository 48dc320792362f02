import { leavesOf, type Mail } from '../fit/mail.ts';

/** Names and values of what a metadata attacker looks at; who a person is, is not among it. */
export interface FeatureTable {
  readonly names: readonly string[];
  readonly rows: readonly Float64Array[];
}

/** Field names whose presence and place are looked at: the most frequent ones. */
const FIELDS = 60;

/** What is seen over both sides: decoys lie in the mailbox, and whoever has it counts an author's mail of both kinds. */
export interface BothSides {
  /** Field names, so that columns agree. */
  readonly fields: readonly string[];
  /** How often each address writes. */
  readonly perAuthor: ReadonlyMap<string, number>;
}

/** What is seen over the mails of both sides together. */
export function bothSides(mails: readonly Mail[]): BothSides {
  return { fields: frequentFields(mails), perAuthor: countsOf(mails.map(authorOf)) };
}

/** One row per mail of one side. */
export function metadataFeatures(
  mails: readonly Mail[],
  { fields: fieldNames, perAuthor }: BothSides,
): FeatureTable {
  const context = { ...contextOf(mails), perAuthor };
  const rows = mails.map((mail) => {
    const named = describe(mail, context);
    const place = new Map(mail.fields.map(({ name }, index) => [name.toLowerCase(), index + 1]));
    const fields = fieldNames.map((name) => place.get(name) ?? 0);
    return Float64Array.from([...named.map(([, value]) => value), ...fields]);
  });
  const first = mails[0];
  const names = first === undefined ? [] : describe(first, context).map(([name]) => name);
  return { names: [...names, ...fieldNames.map((name) => `place of ${name}`)], rows };
}

function frequentFields(mails: readonly Mail[]): string[] {
  const counts = new Map<string, number>();
  for (const { fields } of mails)
    for (const name of new Set(fields.map((field) => field.name.toLowerCase())))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, FIELDS)
    .map(([name]) => name);
}

interface Context {
  readonly byId: ReadonlyMap<string, Mail>;
  readonly perAuthor: ReadonlyMap<string, number>;
  readonly perThread: ReadonlyMap<string, number>;
  readonly before: ReadonlyMap<Mail, number>;
}

function countsOf(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function authorOf({ from }: Mail): string {
  return from?.address ?? '';
}

function contextOf(mails: readonly Mail[]): Omit<Context, 'perAuthor'> {
  const sorted = mails.toSorted((a, b) => a.at - b.at);
  return {
    byId: new Map(mails.map((mail) => [mail.messageId ?? '', mail])),
    perThread: countsOf(mails.map(({ thread }) => thread)),
    before: new Map(sorted.map((mail, i) => [mail, mail.at - (sorted[i - 1]?.at ?? mail.at)])),
  };
}

function describe(mail: Mail, { byId, perAuthor, perThread, before }: Context): [string, number][] {
  const date = new Date(mail.at);
  const id = mail.messageId ?? '';
  const left = id.slice(0, id.lastIndexOf('@'));
  const parent = byId.get(mail.inReplyTo[0] ?? '');
  const leaves = leavesOf(mail.tree);
  const raw = (name: string): string => mail.fields.find((f) => f.name.toLowerCase() === name)?.raw ?? '';
  const has = (pattern: RegExp): number => mail.fields.filter(({ name }) => pattern.test(name)).length;
  const lag = (time: number | undefined): number => (time === undefined ? -1e6 : (time - mail.at) / 1000);
  return [
    ['hour', date.getUTCHours()],
    ['minute', date.getUTCMinutes()],
    ['second', date.getUTCSeconds()],
    ['day of the week', date.getUTCDay()],
    ['month', date.getUTCMonth()],
    ['year', date.getUTCFullYear()],
    ['zone', Number(mail.zone)],
    ['bytes', mail.bytes],
    [
      'bytes of the header',
      mail.fields.reduce((sum, { name, raw: each }) => sum + name.length + each.length, 0),
    ],
    ['number of fields', mail.fields.length],
    [
      'longest header line',
      Math.max(0, ...mail.fields.map((f) => Math.max(...f.raw.split('\n').map((l) => l.length)))),
    ],
    ['characters of text', mail.text.length],
    ['lines of text', mail.text.split('\n').length],
    ['longest line', Math.max(0, ...mail.text.split('\n').map((line) => line.length))],
    ['quoted lines', (mail.text.match(/^>/gm) ?? []).length],
    ['characters of subject', mail.subject.length],
    ['subject begins with Re', /^re:/i.test(mail.subject) ? 1 : 0],
    ['number of To', mail.to.length],
    ['number of Cc', mail.cc.length],
    ['number of References', mail.references.length],
    ['has In-Reply-To', mail.inReplyTo.length],
    ['hops', mail.received.length],
    ['Date to last hop', lag(mail.received[0])],
    ['Date to first hop', lag(mail.received.at(-1))],
    ['DKIM signatures', has(/^dkim-signature$/i)],
    ['ARC fields', has(/^arc-/i)],
    ['length of Message-ID', left.length],
    ['digits in Message-ID', (left.match(/\d/g) ?? []).length],
    ['capitals in Message-ID', (left.match(/[A-Z]/g) ?? []).length],
    ['marks in Message-ID', (left.match(/[^\w]/g) ?? []).length],
    // Coarse: exact counts would tell the two sides apart whatever is in them.
    ['author writes how often', Math.round(Math.log2(perAuthor.get(authorOf(mail)) ?? 1))],
    ['length of name', mail.from?.name.length ?? 0],
    ['name is quoted', raw('from').includes('"') ? 1 : 0],
    ['leaves', leaves.length],
    ['has HTML', leaves.some(({ type }) => type === 'text/html') ? 1 : 0],
    ['attachments', leaves.filter(({ disposition }) => disposition === 'attachment').length],
    ['bytes of first part', leaves[0]?.bytes ?? 0],
    ['bytes of last part', leaves.at(-1)?.bytes ?? 0],
    ['encoding', bucket(leaves[0]?.encoding ?? '')],
    ['charset', bucket(leaves[0]?.charset ?? '')],
    ['type', bucket(mail.tree.type)],
    ['mail program', bucket((raw('user-agent') || raw('x-mailer')).replace(/[\d.]+/g, ''))],
    ['length of Content-Type', raw('content-type').length],
    ['messages in thread', perThread.get(mail.thread) ?? 0],
    ['time since the mail before', before.get(mail) ?? 0],
    ['time since the mail answered', parent === undefined ? -1 : (mail.at - parent.at) / 1000],
  ];
}

/** A category as a small number; trees cut between numbers, so a few cuts single one out. */
function bucket(value: string): number {
  let hash = 7;
  for (let i = 0; i < value.length; i++) hash = (hash * 31 + value.charCodeAt(i)) % 101;
  return hash;
}
