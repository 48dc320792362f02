/** Conversations: somebody begins, others answer and quote. */
import { documentFor } from '../documents/for-topic.ts';
import type { Random } from '../random.ts';
import type { Cast } from './cast.ts';
import type { Draft, Language, Meeting, Person } from './terms.ts';
import { filled, type Slots, slotsOf, type Topic } from './topic.ts';
import { ENGLISH_CLOSINGS, ENGLISH_REPLIES, ENGLISH_TOPICS } from './topics-en.ts';
import {
  BILL_SENTENCES,
  FRENCH_CLOSINGS,
  FRENCH_REPLIES,
  FRENCH_TOPICS,
  NEWSLETTER_SENTENCES,
} from './topics-fr.ts';

const HOUR = 3_600_000;

/** One thread beginning about `start`, oldest message first. */
export function threadOf(cast: Cast, start: number, random: Random): readonly Draft[] {
  const owner = random.pick(cast.owners);
  const inside = random.chance(0.4);
  const other = inside
    ? random.pick(cast.owners.filter((each) => each !== owner))
    : random.pick(cast.outsiders);
  const lang: Language = other.lang;
  const topic = random.pick(lang === 'fr' ? FRENCH_TOPICS : ENGLISH_TOPICS);
  const names = cast.owners.map(({ name }) => name.split(' ')[0] ?? name);
  const slots = slotsOf(lang, names, random);
  const first = opening({ from: other, owner, topic, slots, at: start, lang }, cast, random);
  const drafts = [first];
  for (let depth = random.between(0, 3); depth > 0; depth--) {
    drafts.push(replyTo(drafts.at(-1) ?? first, slots, random));
  }
  return drafts;
}

interface Opening {
  readonly from: Person;
  readonly owner: Person;
  readonly topic: Topic;
  readonly slots: Slots;
  readonly at: number;
  readonly lang: Language;
}

function opening({ from, owner, topic, slots, at, lang }: Opening, cast: Cast, random: Random): Draft {
  const [head = '', ...rest] = topic.sentences;
  const chosen = [head, ...rest.filter(() => random.chance(0.7))].map((text) => filled(text, slots));
  const third = random.pick(cast.owners);
  const attached = topic.document !== undefined && random.chance(0.6);
  const attachments = attached
    ? [documentFor(topic.document ?? 'csv', { lang, slots, author: from.name, at }, random)]
    : [];
  return {
    from,
    to: [owner],
    cc: third !== owner && third !== from && random.chance(0.4) ? [third] : [],
    subject: filled(topic.subject, slots),
    at,
    lang,
    text: letter(chosen, owner, lang, from, random),
    quote: null,
    attachments,
    meeting: attachments.length === 0 && random.chance(0.08) ? meetingAt(at, slots, random) : null,
  };
}

function meetingAt(at: number, slots: Slots, random: Random): Meeting {
  const day = Math.floor(at / (24 * HOUR)) * 24 * HOUR;
  return {
    start: day + random.between(2, 9) * 24 * HOUR + Number(slots.hour) * HOUR,
    minutes: random.pick([30, 60, 90]),
    place: `Salle ${slots.place ?? ''}`,
  };
}

/** The one addressed answers all; most quote what they answer. */
export function replyTo(parent: Draft, slots: Slots, random: Random): Draft {
  const from = parent.to[0] ?? parent.from;
  const { lang } = parent;
  const replies = lang === 'fr' ? FRENCH_REPLIES : ENGLISH_REPLIES;
  const said = random
    .shuffled(replies)
    .slice(0, random.between(1, 2))
    .map((text) => filled(text, slots));
  const mark = 'Re: ';
  const own = parent.text.split('\n');
  return {
    from,
    to: [parent.from],
    cc: parent.cc.filter((each) => each !== from),
    subject: parent.subject.startsWith(mark) ? parent.subject : mark + parent.subject,
    at: parent.at + random.between(4, 1800) * 60_000 + random.between(0, 59_999),
    lang,
    text: letter(said, parent.from, lang, from, random),
    quote: random.chance(0.8) ? { of: parent, lines: own } : null,
    attachments: [],
    meeting: null,
  };
}

function letter(
  sentences: readonly string[],
  to: Person,
  lang: Language,
  from: Person,
  random: Random,
): string {
  const name = to.name.split(' ')[0] ?? '';
  const greeting =
    lang === 'fr' ? random.pick(['Bonjour', 'Salut', 'Cher collègue']) : random.pick(['Dear', 'Hi', 'Hello']);
  const closing = random.pick(lang === 'fr' ? FRENCH_CLOSINGS : ENGLISH_CLOSINGS);
  const paragraphs = random.chance(0.5) ? sentences.join('\n') : sentences.join(' ');
  return `${greeting} ${name},\n\n${paragraphs}\n\n${closing},\n${from.name}`;
}

/** A newsletter or a bill: from a machine to one of the owners. */
export function massMail(cast: Cast, at: number, random: Random): Draft {
  const owner = random.pick(cast.owners);
  const from = random.pick(cast.machines);
  const bill = from.address.startsWith('factures');
  const slots = slotsOf('fr', ['Camille', 'Sacha'], random);
  const pool = bill ? BILL_SENTENCES : random.shuffled(NEWSLETTER_SENTENCES).slice(0, 4);
  const number = random.between(10000, 99999);
  const attachments =
    bill && random.chance(0.5)
      ? [documentFor('pdf', { lang: 'fr', slots, author: from.name, at }, random)]
      : [];
  return {
    from,
    to: [owner],
    cc: [],
    subject: bill ? `Votre facture n° ${number}` : `La lettre du matin, numéro ${number}`,
    at,
    lang: 'fr',
    text: `Bonjour,\n\n${pool.map((text) => filled(text, slots)).join('\n')}\n\n${from.name}`,
    quote: null,
    attachments,
    meeting: null,
  };
}
