import type { Address, Language } from '../../model/index.ts';
import { languageOf } from '../../parse/text/language.ts';
import { attributionPattern } from './attribution.ts';
import { type Block, cutBlocks } from './blocks.ts';
import { commonLines } from './common-lines.ts';
import { learnDigits } from './digits.ts';
import { commonWords, templateOf } from './header-template.ts';
import { LEAST_THREADS, learn, type Sample } from './language-model.ts';
import type { Mail, PartShape } from './mail.ts';
import type { MailboxModel, MailShape, MimeShape, ThreadShape } from './mailbox-model.ts';
import { nameTagger } from './names.ts';
import { ownLinks } from './own-links.ts';
import { type Owner, People } from './people.ts';
import { personHash } from './person-hash.ts';
import { proportional } from './proportional.ts';
import { ownerSignatures } from './signatures.ts';
import { learnSpelling } from './spelling.ts';
import { isOthers, rareClass, startToken, tokensOf } from './tokens.ts';

/** More threads add nothing to the habits; they only make the model longer to read. */
const MOST_THREADS = 4000;
/** Messages of one thread that are kept as a shape. */
const MOST_IN_THREAD = 200;
const ATTRIBUTION_SLOTS = 60;
/** RFC 5322 sets no bound; longer lines of ancestors repeat what the thread says. */
const MOST_REFERENCES = 50;

/**
 * Learns the habits of a mailbox. `mails` as `readMails` gives them; the order decides the numbering, so the
 * same mailbox gives the same model.
 */
export function fitMailbox(mails: readonly Mail[], owner: Owner): MailboxModel {
  const byThread = groupByThread(mails);
  const people = new People(mails, owner);
  const words = commonWords(mails, LEAST_THREADS);
  const isCommon = commonLines(mails, LEAST_THREADS, nameTagger(mails, owner));
  const tag = nameTagger(mails, owner);
  const others = (token: string): boolean => isOthers(token, owner);
  const attributions = new Map<string, string[]>();
  const prose: Sample[] = [];
  const lines: Sample[] = [];
  const subjects: Sample[] = [];
  const rare: string[] = [];
  const numbers: string[] = [];
  const threads: ThreadShape[] = [];

  for (const [thread, members] of byThread) {
    const shapes: MailShape[] = [];
    const ancestry = ancestryOf(members.slice(0, MOST_IN_THREAD));
    subjects.push({ thread, tokens: tag(tokensOf(bareSubject(members[0]?.subject ?? '').rest)) });
    for (const mail of members.slice(0, MOST_IN_THREAD)) {
      const body: Block[] = [];
      for (const { block, text } of cutBlocks(mail.text, isCommon)) {
        const tokens = block.kind === 'prose' || block.kind === 'lines' ? tag(tokensOf(text)) : [];
        if (block.kind === 'attribution') {
          const pattern = attributionPattern(block.text);
          attributions.set(pattern, [...(attributions.get(pattern) ?? []), mail.from?.address ?? '']);
          body.push({ ...block, text: '' });
        } else body.push(block);
        // Quoted text counts where it was written; counting it again at every answer would make it common.
        if (tokens.length === 0 || ('quote' in block && block.quote !== '')) continue;
        const before = body.at(-2)?.kind ?? 'start';
        (block.kind === 'prose' ? prose : lines).push({ thread, tokens: [startToken(before), ...tokens] });
        for (const token of tokens) if (/^\s*\p{N}/u.test(token)) numbers.push(token.trim());
        for (const token of tokens) if (/^\s*[\p{L}]{4,20}$/u.test(token)) rare.push(token.trim());
      }
      shapes.push({ ...mailShape(mail, body), ...ancestry(mail) });
    }
    if (threads.length < MOST_THREADS) threads.push({ mails: shapes });
  }

  function mailShape(mail: Mail, body: readonly Block[]): Omit<MailShape, 'parent' | 'references'> {
    const subject = bareSubject(mail.subject);
    return {
      at: mail.at,
      zone: mail.zone,
      folder: mail.folder,
      author: mail.from === null ? 0 : people.numberOf(mail.from),
      prefix: subject.prefix,
      subjectLength: subject.rest.length,
      fields: mail.fields
        .filter(({ name }) => !ASKS_BACK.test(name))
        .map((field) => templateOf(field, mail, people, words)),
      body,
      mime: mimeShape(mail.tree, mail),
    };
  }

  function mimeShape(part: PartShape, mail: Mail): MimeShape {
    const { type, encoding, charset, extension, bytes } = part;
    const fields = part.fields.map((field) => templateOf(field, mail, people, words));
    return {
      type,
      encoding,
      charset,
      extension,
      bytes,
      fields,
      children: part.children.map((c) => mimeShape(c, mail)),
    };
  }

  return {
    format: 1,
    language: mailboxLanguage(mails),
    mails: mails.length,
    people: people.slots,
    threads,
    prose: learn(prose, rareClass, others),
    lines: learn(lines, rareClass, others),
    subjects: learn(subjects, rareClass, others),
    spelling: learnSpelling(rare),
    digits: learnDigits(numbers),
    ownLinks: ownLinks(mails, owner),
    attributions: commonAttributions(attributions),
    ownerSignatures: ownerSignatures(mails, owner),
    known: knownPeople(mails, people),
  };
}

/** Fields that ask for a receipt: a decoy never calls home. */
const ASKS_BACK = /^(?:disposition-notification-to|return-receipt-to|x-confirm-reading-to)$/i;

/** Threads in order of their first message's time; messages of a thread in order of time. */
function groupByThread(mails: readonly Mail[]): Map<string, Mail[]> {
  const groups = new Map<string, Mail[]>();
  for (const mail of mails.toSorted((a, b) => a.at - b.at)) {
    const group = groups.get(mail.thread);
    if (group === undefined) groups.set(mail.thread, [mail]);
    else group.push(mail);
  }
  return groups;
}

/** Numbers for what the mails of a thread answer: those that are there by index, the others from -2 down. */
function ancestryOf(members: readonly Mail[]): (mail: Mail) => Pick<MailShape, 'parent' | 'references'> {
  const numbers = new Map(members.map(({ messageId }, index) => [messageId ?? '', index]));
  let missing = -1;
  const numberOf = (id: string): number => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, --missing);
    return missing;
  };
  return ({ inReplyTo, references }) => ({
    parent: inReplyTo[0] === undefined ? -1 : numberOf(inReplyTo[0]),
    references: references.slice(-MOST_REFERENCES).map(numberOf),
  });
}

const PREFIX = /^(?:\s*(?:(?:re|fwd?|tr|aw|rép|ref)\s*:|\[[^\]]{1,40}\])\s*)+/i;

/** `Re: [list] ` apart from the rest. */
export function bareSubject(subject: string): { readonly prefix: string; readonly rest: string } {
  const prefix = PREFIX.exec(subject)?.[0] ?? '';
  return { prefix, rest: subject.slice(prefix.length) };
}

/** Patterns that three people's programs write, by how often. */
function commonAttributions(seen: ReadonlyMap<string, readonly string[]>): string[] {
  const kept = [...seen].filter(([, authors]) => new Set(authors).size >= LEAST_THREADS);
  const counted = kept.map(([pattern, authors]) => [pattern, authors.length] as const);
  return proportional(
    counted.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)),
    ATTRIBUTION_SLOTS,
  );
}

function mailboxLanguage(mails: readonly Mail[]): Language {
  let french = 0;
  for (const { text } of mails.slice(0, 500)) french += languageOf(text) === 'fr' ? 1 : 0;
  return french > Math.min(500, mails.length) / 2 ? 'fr' : 'en';
}

/**
 * SHA-256 of addresses and full names, sorted: to be told apart from, not to be read. A name of one word is left
 * out, since an Alex among the correspondents must not ban the word; the owner and the house's own addresses too.
 */
function knownPeople(mails: readonly Mail[], people: People): string[] {
  const everybody = mails.flatMap(({ from, to, cc }) => [from, ...to, ...cc]).filter((each) => each !== null);
  const isOpen = ({ address }: Address): boolean =>
    people.slots[people.find(address) ?? -1]?.role !== 'person';
  const known = new Set<string>();
  for (const { name, address } of everybody.filter((each) => !isOpen(each))) {
    if (/\S\s+\S/.test(name)) known.add(personHash(name));
    if (address !== '') known.add(personHash(address));
  }
  for (const { name } of everybody.filter(isOpen)) known.delete(personHash(name));
  return [...known].sort();
}
