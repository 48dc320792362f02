import type { MailboxModel, MailShape } from '../fit/mailbox-model.ts';
import { slot } from '../fit/slots.ts';
import type { Piece } from '../fit/template.ts';
import type { DecoyAttachment } from '../model/decoy.ts';
import { type Random, randomOf } from '../model/random.ts';
import { attachmentOf } from './attachment.ts';
import { type BodyContext, bodyText, filled } from './body.ts';
import type { Mentioned, Player } from './cast.ts';
import type { Donors } from './donors.ts';
import { textOf } from './fill.ts';
import { fieldText, type HeaderContext, newMessageId } from './header.ts';
import type { PathWords } from './made-link.ts';
import { mimeBody } from './mime.ts';
import { idShapeOf, missingId, strangerOf } from './missing.ts';
import type { Mix } from './mix.ts';
import type { Rewording } from './reword.ts';
import type { Sampler } from './sampler.ts';
import { type WordsOfMail, wordsOfMail } from './words-of-mail.ts';

/** Everything that making a mail needs, prepared once. */
export interface MailWorkshop {
  readonly model: MailboxModel;
  /** The shapes of threads that are dealt. */
  readonly deck: readonly number[];
  readonly player: (slot: number, thread: number) => Player;
  /** The same for people whom a text names and whose mail it is not. */
  readonly mentioned: Mentioned;
  readonly domain: string;
  readonly pathWords: PathWords;
  readonly donors: Donors;
  readonly mix: Mix;
  readonly rewording: Rewording;
  readonly prose: Sampler;
  readonly lines: Sampler;
  readonly subjects: Sampler;
}

/** The workshop with the cast of one thread. */
type Bench = Omit<MailWorkshop, 'player' | 'mentioned'> & {
  readonly player: (slot: number) => Player;
  readonly mentioned: (slot: number, addressed: boolean) => Player;
};

/** A mail of a decoy thread; `at` in milliseconds UTC, `zone` as in Date, `players` the author first. */
export interface MadeMail {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly subject: string;
  readonly messageId: string;
  readonly at: number;
  readonly zone: string;
  readonly author: Player;
  readonly players: readonly Player[];
  readonly folder: string;
  readonly attachments: readonly DecoyAttachment[];
  /** The thread that gave the words, by index in the model's words; -1 where none did. */
  readonly donor: number;
}

const WEEK = 7 * 86_400_000;
/** So near that a zone's summer time mostly still holds, so far that no real mail stands at the same place. */
const MOST_WEEKS = 5;
/** Weeks that move together. */
const STRETCH = 4;
const MOST_JITTER = 20 * 60_000;

/**
 * The mails of one made-up thread up to `upTo`, after the shape `shape`. `attempt` says which try each
 * position is (guards refuse some): another try has other words, and nothing else of the thread changes but
 * what quotes it. `made` holds the thread's first mails where they are known, and gets the others.
 */
export function makeThread(
  shop: MailWorkshop,
  seed: string,
  { thread, shape, upTo }: { readonly thread: number; readonly shape: number; readonly upTo: number },
  attempt: (position: number) => number,
  made: MadeMail[] = [],
  written: (position: number) => string | null = () => null,
): MadeMail[] {
  const mails = shop.model.threads[shape]?.mails ?? [];
  const bench: Bench = {
    ...shop,
    player: (slot) => shop.player(slot, thread),
    mentioned: (slot, addressed) => shop.mentioned(slot, thread, addressed),
  };
  const random = randomOf(`${seed}/thread/${thread}`);
  const pass = Math.floor(thread / Math.max(1, shop.deck.length));
  const weeks = weeksFor(`${seed}/weeks/${pass}`, mails[0]?.at ?? 0);
  let subject = '';
  for (const [position, mail] of mails.slice(0, upTo + 1).entries()) {
    const own = random.fork(`${position}/${attempt(position)}`);
    if (position > 0 && position < made.length) continue;
    const wanted = { seed, shape, pass, position, attempt: attempt(position) };
    const words = wordsOfMail(bench, bench.model, mail, wanted, own.fork('words'));
    if (position === 0) subject = makeSubject(bench, mail, words, own);
    if (position < made.length) continue;
    const gap = mail.at - (mails[position - 1]?.at ?? mail.at - 4 * MOST_JITTER);
    const jitter = Math.round((own.next() - 0.5) * 2 * Math.min(MOST_JITTER, gap / 3));
    const seconds = gap > 180_000 ? own.between(-29, 30) * 1000 : 0;
    const text = written(position);
    const at = mail.at + weeks * WEEK + jitter + seconds;
    made.push(
      makeMail(bench, mail, {
        subject,
        at,
        made,
        words,
        // Lines are quoted as they were only from an answered mail that has its donor's very lines.
        aligned: attempt(Math.max(0, mail.parent)) === 0,
        written: text,
        random: own,
        seed,
        shape,
        threadSeed: `${seed}/thread/${thread}`,
      }),
    );
  }
  return made;
}

/**
 * Whole weeks by which a thread is moved: the same for all that begin in one stretch, so that a morning on which ten
 * mails were answered stays one.
 */
function weeksFor(seed: string, at: number): number {
  const random = randomOf(`${seed}/${Math.floor(at / (STRETCH * WEEK))}`);
  return random.between(1, MOST_WEEKS) * (random.chance(0.5) ? 1 : -1);
}

function makeSubject(shop: Bench, mail: MailShape, words: WordsOfMail | null, random: Random): string {
  const author = shop.player(mail.author);
  const context = { author, others: [author], ...fillingOf(shop), random };
  const kept = words?.donor.mail.subject ?? null;
  if (kept !== null) return filled(kept, { ...context, who: shop.player }).trim();
  const tokens = shop.subjects.sequence(Math.max(4, mail.subjectLength - 3), random, {
    ends: () => true,
    start: '',
    joint: ' ',
  });
  return textOf(tokens, context).trim();
}

interface MailPlan {
  readonly subject: string;
  readonly at: number;
  readonly made: readonly MadeMail[];
  readonly words: WordsOfMail | null;
  readonly aligned: boolean;
  readonly written: string | null;
  readonly random: Random;
  readonly seed: string;
  /** Of the thread, by index in the model. */
  readonly shape: number;
  /** For what all mails of the thread share. */
  readonly threadSeed: string;
}

function makeMail(
  shop: Bench,
  mail: MailShape,
  { subject, at, made, words, aligned, written, random, seed, shape, threadSeed }: MailPlan,
): MadeMail {
  const author = shop.player(mail.author);
  const parent = made[mail.parent] ?? null;
  const others = recipientsOf(mail, shop).filter(({ id }) => id !== author.id);
  const context: BodyContext = {
    at,
    zone: mail.zone,
    author,
    others: parent === null ? others : [parent.author],
    ...fillingOf(shop),
    random: random.fork('body'),
    mix: shop.mix,
    rewording: shop.rewording,
    prose: shop.prose,
    lines: shop.lines,
    attributions: shop.model.attributions,
    ownerSignatures: shop.model.ownerSignatures,
    written,
    parent:
      parent === null ? null : { at: parent.at, zone: parent.zone, author: parent.author, text: parent.text },
    who: whoOf(shop, words, author, parent?.author ?? others[0] ?? null),
    stranger: strangerOf(shop, author, `${threadSeed}/missing/${mail.parent}`),
    fits: aligned && words?.donor.fits === true,
  };
  const plain = mail.body.map((block) => ({ block, words: null, from: -1 }));
  const text = bodyText(words?.body ?? plain, context, words?.ends ?? 1);
  const ids = random.fork('ids');
  const idOf = (number: number): string =>
    made[number]?.messageId ?? missingId(number, mail, shop, { seed, shape, threadSeed });
  const header: HeaderContext = {
    at,
    player: shop.player,
    author,
    subject: mail.prefix + subject,
    messageId: newMessageId(idShapeOf(mail), { author, seed }, ids),
    parentId: mail.parent === -1 ? '' : idOf(mail.parent),
    references: mail.references.map(idOf),
    random: random.fork('header'),
    seed,
  };
  const fields = mail.fields.map((field) => fieldText(field, header));
  const { body, attachments } = mimeBody(mail.mime, fields, {
    text,
    fields: (shape) => shape.fields.map((field) => fieldText(field, header)),
    attach: (shape) => attachmentOf(shape, context, random.fork('attachment'), at),
  });
  return {
    bytes: Buffer.from(`${fields.join('\n')}\n\n${body}`, 'latin1'),
    text,
    subject: header.subject,
    messageId: header.messageId,
    at,
    zone: mail.zone,
    author,
    players: [author, ...others],
    folder: mail.folder,
    attachments,
    donor: words?.donor.thread ?? -1,
  };
}

/** What rare words, numbers and links are filled with. */
function fillingOf({ model, domain, pathWords }: Bench) {
  const { spelling, digits, ownLinks, linkBeginnings } = model;
  return { spelling, digits, ownLinks, linkBeginnings, domain, pathWords };
}

/** Whom kept words mean: their author is this decoy's, whom they answer is whom it answers. */
function whoOf(
  { mentioned }: Bench,
  words: WordsOfMail | null,
  author: Player,
  answered: Player | null,
): (number: number) => Player {
  const texts = words?.body.map((each) => each.words ?? '').join('\n') ?? '';
  return (number) => {
    if (number === words?.donor.mail.author) return author;
    if (number === words?.donor.parentAuthor && answered !== null) return answered;
    const played = mentioned(number, texts.includes(slot('address', number)));
    return played.id === author.id && answered !== null ? answered : played;
  };
}

function recipientsOf(mail: MailShape, { player }: Bench): Player[] {
  const lists = mail.fields
    .filter(({ name }) => /^(?:to|cc)$/i.test(name))
    .flatMap(({ value }) => value.filter((piece): piece is Extract<Piece, { k: 'list' }> => isList(piece)));
  return lists.flatMap(({ people }) => people.map((each) => player(Number.parseInt(each, 10))));
}

function isList(piece: Piece): boolean {
  return typeof piece !== 'string' && piece.k === 'list';
}
