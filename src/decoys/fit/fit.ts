import type { Language } from '../../model/index.ts';
import { languageOf } from '../../parse/text/language.ts';
import { type BlockList, blockList } from '../guard/block-list.ts';
import { isOwnOrReserved } from '../guard/domains.ts';
import { attributionPattern } from './attribution.ts';
import { Attributions } from './attributions.ts';
import { bareSubject } from './bare-subject.ts';
import { type Block, cutBlocks } from './blocks.ts';
import { commonLines } from './common-lines.ts';
import { commonLinks } from './common-links.ts';
import { commonWords, missingIdShape } from './header-template.ts';
import { keptWords } from './kept-words.ts';
import { knownPeople } from './known-people.ts';
import { LEAST_THREADS } from './language-model.ts';
import { linkBeginnings } from './link-beginnings.ts';
import { authorKey, bodyOf, type Mail } from './mail.ts';
import { mailShape, type ShapeContext } from './mail-shapes.ts';
import { type MailboxModel, MODEL_FORMAT, type ThreadShape } from './mailbox-model.ts';
import { nameTagger } from './names.ts';
import { ownLinks } from './own-links.ts';
import { passwordStyle } from './password-style.ts';
import { type Owner, People } from './people.ts';
import { Samples } from './samples.ts';
import { sayable } from './sayable.ts';
import { ownerSignatures } from './signatures.ts';
import { ancestryOf, groupByThread, keptThreads, MOST_IN_THREAD } from './thread-order.ts';
import { isOthers, NAME, tokensOf } from './tokens.ts';

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
  const people = new People(mails, owner);
  const tag = nameTagger(mails, owner);
  const words = commonWords(mails, LEAST_THREADS, (word) => tag([word])[0] !== word);
  const links = commonLinks(mails, LEAST_THREADS);
  const begun = linkBeginnings(mails, LEAST_THREADS, owner);
  const beginnings = new Set(begun.map(({ begin }) => begin));
  const isCommon = commonLines(mails, LEAST_THREADS, tag, openAddress(people, owner));
  const known = knownPeople(mails, people);
  const spoken = wish.words === undefined ? mails : wish.words;
  const attributions = new Attributions();
  const samples = new Samples(tag);
  const shapes = { people, words, isCommon, names: blockList([], known) };
  // Kept sentences need no counts, and counts of them would be most of the model.
  const threads = threadShapes(mails, shapes, attributions, samples, spoken === null);
  // A name that the pattern did not take out, of somebody whom three people quote.
  const patterns = attributions.common((line) => tag(tokensOf(line)).some((token) => token.startsWith(NAME)));
  const say = (from: readonly Mail[]) =>
    sayable(from, owner, people, wish.block ?? blockList([], []), { whole: links, beginnings });
  const attribution = attributionAmong(patterns);
  return {
    format: MODEL_FORMAT,
    language: mailboxLanguage(mails),
    mails: mails.length,
    people: people.slots,
    threads,
    ...samples.learnt((token) => isOthers(token, owner)),
    ownLinks: ownLinks(mails, owner),
    attributions: patterns,
    words: spoken === null ? [] : keptWords(spoken, people, { say: say(spoken), isCommon, attribution }),
    wordsFrom: spoken === null ? 'nowhere' : spoken === mails ? 'mailbox' : 'elsewhere',
    commonLinks: [...links],
    linkBeginnings: begun,
    ownerSignatures: ownerSignatures(mails, owner),
    passwordStyle: passwordStyle(mails, owner),
    known,
  };
}

/**
 * The shapes of threads in order of time, as many as the model keeps; all of them are read for attributions and samples.
 * @param counted whether what they say is counted
 */
function threadShapes(
  mails: readonly Mail[],
  context: ShapeContext,
  attributions: Attributions,
  samples: Samples,
  counted: boolean,
): ThreadShape[] {
  const { people, words, isCommon } = context;
  const byThread = groupByThread(mails);
  const kept = keptThreads(byThread);
  const threads: ThreadShape[] = [];
  for (const [thread, all] of byThread) {
    const members = all.slice(0, MOST_IN_THREAD);
    const ancestry = ancestryOf(members);
    samples.addSubject(thread, bareSubject(members[0]?.subject ?? '').rest);
    const shapes = members.map((mail) => {
      const body: Block[] = [];
      for (const { block, text } of cutBlocks(bodyOf(mail), isCommon)) {
        if (counted) samples.addBlock(thread, block, text, body.at(-1)?.kind ?? 'start');
        if (block.kind === 'attribution') attributions.add(block.text, authorKey(mail));
        body.push(block.kind === 'attribution' ? { ...block, text: '' } : block);
      }
      return { ...mailShape(mail, body, context), ...ancestry.of(mail) };
    });
    const missing = ancestry.missing.map((id) => missingIdShape(id, words, people));
    if (kept.has(thread)) threads.push({ mails: shapes, missing });
  }
  return threads;
}

/** The pattern of an attribution, where it is one of the given. */
function attributionAmong(patterns: readonly string[]): (text: string) => string | null {
  const known = new Set(patterns);
  return (text) => {
    const pattern = attributionPattern(text);
    return known.has(pattern) ? pattern : null;
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

function mailboxLanguage(mails: readonly Mail[]): Language {
  let french = 0;
  for (const { text } of mails.slice(0, 500)) french += languageOf(text) === 'fr' ? 1 : 0;
  return french > Math.min(500, mails.length) / 2 ? 'fr' : 'en';
}
