import type { Language } from '../../model/index.ts';
import { languageOf } from '../../parse/text/language.ts';
import { type BlockList, blockList } from '../guard/block-list.ts';
import { isOwnOrReserved } from '../guard/domains.ts';
import { attributionPattern } from './attribution.ts';
import { type Block, cutBlocks } from './blocks.ts';
import { commonLines } from './common-lines.ts';
import { commonLinks } from './common-links.ts';
import { learnDigits } from './digits.ts';
import { commonWords, missingIdShape, templateOf } from './header-template.ts';
import { keepWords } from './keep-words.ts';
import { knownPeople } from './known-people.ts';
import { LEAST_THREADS, learn, type Sample } from './language-model.ts';
import { authorKey, bodyOf, type Mail, type PartShape } from './mail.ts';
import type { MailboxModel, MailShape, MimeShape, ThreadShape } from './mailbox-model.ts';
import { nameTagger } from './names.ts';
import { ownLinks } from './own-links.ts';
import { passwordStyle } from './password-style.ts';
import { type Owner, People } from './people.ts';
import { proportional } from './proportional.ts';
import { sayable } from './sayable.ts';
import { ownerSignatures } from './signatures.ts';
import { learnSpelling } from './spelling.ts';
import { ancestryOf, groupByThread, keptThreads, MOST_IN_THREAD } from './thread-order.ts';
import { isOthers, NAME, rareClass, startToken, tokensOf } from './tokens.ts';
import type { WordsThread } from './words.ts';

const ATTRIBUTION_SLOTS = 60;

/** What the fit may be told beside the mailbox and its owner. */
export interface FitWish {
  /**
   * Mail whose own sentences are kept and said again: by default the mailbox itself. `null` keeps no sentence; text
   * is then made from counts of sequences that three threads share.
   */
  readonly words?: readonly Mail[] | null;
  /** People whose mention keeps a sentence out. */
  readonly block?: BlockList;
}

/**
 * Learns the habits of a mailbox. `mails` as `readMails` gives them; the order decides the numbering, so the
 * same mailbox gives the same model.
 */
export function fitMailbox(mails: readonly Mail[], owner: Owner, wish: FitWish = {}): MailboxModel {
  const byThread = groupByThread(mails);
  const people = new People(mails, owner);
  const tag = nameTagger(mails, owner);
  const words = commonWords(mails, LEAST_THREADS, (word) => tag([word])[0] !== word);
  const links = commonLinks(mails, LEAST_THREADS);
  const isCommon = commonLines(mails, LEAST_THREADS, tag, openAddress(people, owner));
  const spoken = wish.words === undefined ? mails : wish.words;
  const others = (token: string): boolean => isOthers(token, owner);
  const attributions = new Map<string, string[]>();
  const prose: Sample[] = [];
  const lines: Sample[] = [];
  const subjects: Sample[] = [];
  const rare: string[] = [];
  const numbers: string[] = [];
  const threads: ThreadShape[] = [];
  const known = knownPeople(mails, people);
  const names = blockList([], known);

  const kept = keptThreads(byThread);
  for (const [thread, members] of byThread) {
    const shapes: MailShape[] = [];
    const ancestry = ancestryOf(members.slice(0, MOST_IN_THREAD));
    subjects.push({ thread, tokens: tag(tokensOf(bareSubject(members[0]?.subject ?? '').rest)) });
    for (const mail of members.slice(0, MOST_IN_THREAD)) {
      const body: Block[] = [];
      for (const { block, text } of cutBlocks(bodyOf(mail), isCommon)) {
        const read = block.kind === 'prose' ? text.replaceAll('\n', ' ') : text;
        const tokens = block.kind === 'prose' || block.kind === 'lines' ? tag(tokensOf(read)) : [];
        if (block.kind === 'attribution') {
          const pattern = attributionPattern(block.text);
          attributions.set(pattern, [...(attributions.get(pattern) ?? []), authorKey(mail)]);
          body.push({ ...block, text: '' });
        } else body.push(block);
        if (spoken !== null) continue;
        // Quoted text counts where it was written; counting it again at every answer would make it common.
        if (tokens.length === 0 || ('quote' in block && block.quote !== '')) continue;
        const before = body.at(-2)?.kind ?? 'start';
        (block.kind === 'prose' ? prose : lines).push({ thread, tokens: [startToken(before), ...tokens] });
        for (const token of tokens) if (/^\s*\p{N}/u.test(token)) numbers.push(token.trim());
        for (const token of tokens) if (/^\s*[\p{L}]{4,20}$/u.test(token)) rare.push(token.trim());
      }
      shapes.push({ ...mailShape(mail, body), ...ancestry.of(mail) });
    }
    const missing = ancestry.missing.map((id) => missingIdShape(id, words, people));
    if (kept.has(thread)) threads.push({ mails: shapes, missing });
  }

  function mailShape(mail: Mail, body: readonly Block[]): Omit<MailShape, 'parent' | 'references'> {
    const subject = bareSubject(mail.subject);
    return {
      at: mail.at,
      zone: mail.zone,
      folder: mail.folder,
      author: mail.from === null ? 0 : people.numberOf(mail.from),
      prefix: withoutNames(subject.prefix, names),
      subjectLength: subject.rest.length,
      characters: bodyOf(mail).length,
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
      footer: part.footer.split('\n').every((line) => line.trim() === '' || isCommon(line))
        ? part.footer
        : '',
      fields,
      children: part.children.map((c) => mimeShape(c, mail)),
    };
  }

  function keptWords(from: readonly Mail[], patterns: readonly string[]): WordsThread[] {
    const known = new Set(patterns);
    const say = sayable(from, owner, people, wish.block ?? blockList([], []), (link) => links.has(link));
    const context = {
      say,
      isCommon,
      bareSubject,
      attribution: (text: string): string | null => {
        const pattern = attributionPattern(text);
        return known.has(pattern) ? pattern : null;
      },
    };
    const own = from === mails ? byThread : groupByThread(from);
    const chosen = keptThreads(own);
    return [...own].flatMap(([thread, members]) => {
      if (!chosen.has(thread)) return [];
      const those = members.slice(0, MOST_IN_THREAD);
      const ancestry = ancestryOf(those);
      const mailsOfThread = those.map((mail) => {
        const { parent } = ancestry.of(mail);
        const author = mail.from === null ? 0 : people.numberOf(mail.from);
        return keepWords(mail, { parent, author }, those[parent] ?? null, context);
      });
      return [{ mails: mailsOfThread }];
    });
  }

  // A name that the pattern did not take out, of somebody whom three people quote.
  const named = (pattern: string): boolean => tag(tokensOf(pattern)).some((token) => token.startsWith(NAME));
  const patterns = commonAttributions(attributions).filter((pattern) => !named(pattern));
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
    attributions: patterns,
    words: spoken === null ? [] : keptWords(spoken, patterns),
    wordsFrom: spoken === null ? 'nowhere' : spoken === mails ? 'mailbox' : 'elsewhere',
    commonLinks: [...links],
    ownerSignatures: ownerSignatures(mails, owner),
    passwordStyle: passwordStyle(mails, owner),
    known,
  };
}

/** Addresses that may be written down: the owner's, and those of the house that are nobody's. */
function openAddress(people: People, { domains }: Owner): (address: string) => boolean {
  return (address) => {
    const number = people.find(address);
    if (number !== null) return people.slots[number]?.role !== 'person';
    return isOwnOrReserved(address.slice(address.indexOf('@') + 1), domains);
  };
}

/** Fields that ask for a receipt: a decoy never calls home. */
const ASKS_BACK = /^(?:disposition-notification-to|return-receipt-to|x-confirm-reading-to)$/i;

const PREFIX = /^(?:\s*(?:(?:re|fwd?|tr|aw|rép|ref)\s*:|\[[^\]]{1,40}\])\s*)+/i;

/** `Re: [list] ` apart from the rest. */
export function bareSubject(subject: string): { readonly prefix: string; readonly rest: string } {
  const prefix = PREFIX.exec(subject)?.[0] ?? '';
  return { prefix, rest: subject.slice(prefix.length) };
}

/** A newsletter's own name in brackets is its sender's, and no decoy names senders. */
function withoutNames(prefix: string, names: BlockList): string {
  return names.found(prefix).length === 0 ? prefix : prefix.replace(/\[[^\]]{1,40}\]\s*/g, '');
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
