import { createHash } from 'node:crypto';
import type { MailboxModel } from '../fit/mailbox-model.ts';
import { DECOY_KINDS, type Decoy, type DecoyKind, type FictionalAuthor } from '../model/decoy.ts';
import { randomOf } from '../model/random.ts';
import { decoyCount, originHash, type Recipe } from '../model/recipe.ts';
import type { Persona, PersonaPack } from '../persona/persona.ts';
import { makeAccounts } from './account-item.ts';
import { banal } from './banal.ts';
import { makeCalendar } from './calendar-item.ts';
import { makeContact } from './contact-item.ts';
import { signMail } from './dkim-sign.ts';
import { makeDocument } from './document-item.ts';
import { fullName, type ItemContext, type ItemMaker, type SingleKind } from './item.ts';
import { type MailPlace, mailLayout } from './layout.ts';
import { type MadeMail, makeThread } from './mail.ts';
import { workingMoment } from './moment.ts';
import { workshopOf } from './workshop.ts';

/** Everything a set of decoys is made from; given to a verifier, it proves that they were made. */
export interface Materials {
  readonly recipe: Recipe;
  readonly personas: PersonaPack;
  readonly model: MailboxModel;
}

const MAKERS: Readonly<Record<SingleKind, ItemMaker>> = {
  document: makeDocument,
  calendar: makeCalendar,
  contact: makeContact,
  account: makeAccounts,
};

/** One decoy, byte for byte what `generate` made. Throws RangeError for an index that the recipe does not have. */
export function regenerate(materials: Materials, index: number): Decoy {
  return new Maker(materials).decoy(index, (each) => materials.recipe.attempts[each] ?? 0);
}

/** What a language model wrote for the mail of an index, and which model; null where it wrote nothing. */
export type Written = (index: number) => { readonly text: string; readonly model: string } | null;

/**
 * The try from which a mail is written by the grammar instead: a small mailbox has too few sequences in common to
 * say anything twice in different words.
 */
const GRAMMAR_FROM = 20;

/** Makes decoys one by one, keeping what several of them share. */
export class Maker {
  readonly #materials: Materials;
  readonly #written: Written;
  readonly #sign: (index: number, signed: Buffer) => string;
  readonly #hash: string;
  readonly #layout: readonly MailPlace[];
  readonly #shop: ReturnType<typeof workshopOf>;
  #thread: { readonly number: number; readonly made: MadeMail[] } = { number: -1, made: [] };

  /** `sign` makes signatures for the first time; without it they are taken from the recipe. */
  constructor(
    materials: Materials,
    written: Written = () => null,
    sign: ((index: number, signed: Buffer) => string) | null = null,
  ) {
    const { recipe, model, personas } = materials;
    this.#materials = materials;
    this.#written = written;
    this.#sign = sign ?? ((index) => recipe.signatures?.[index] ?? '');
    // Attempts come about while a set is made, so ids cannot depend on them.
    this.#hash = originHash(recipe);
    this.#layout = mailLayout(recipe.seed, model, recipe.counts.mail);
    this.#shop = workshopOf(model, personas);
  }

  /** `attempt` says for an index which try is wanted. */
  decoy(index: number, attempt: (index: number) => number): Decoy {
    const kind = kindOf(this.#materials.recipe, index);
    return kind === 'mail' ? this.#mail(index, attempt) : this.#single(index, kind, attempt(index));
  }

  #mail(index: number, attempt: (index: number) => number): Decoy {
    const place = this.#layout[index];
    if (place === undefined) throw new RangeError(`the model has no thread for decoy ${index}`);
    const { thread, shape, position } = place;
    if (this.#thread.number !== thread) this.#thread = { number: thread, made: [] };
    const made = this.#thread.made;
    made.length = Math.min(made.length, position);
    const first = index - position;
    // A first try only: where a guard refuses what the model wrote, the generator's own words take its place.
    const writtenAt = (each: number) => (attempt(first + each) === 0 ? this.#written(first + each) : null);
    const bodyAt = (each: number) =>
      writtenAt(each)?.text ?? this.#plain(first + each, attempt(first + each));
    makeThread(
      this.#shop,
      this.#materials.recipe.seed,
      { thread, shape, upTo: position },
      (each) => attempt(first + each),
      made,
      bodyAt,
    );
    const model = writtenAt(position)?.model;
    const mail = made[position];
    if (mail === undefined) throw new RangeError(`the thread of decoy ${index} has no message ${position}`);
    const id = this.#id(index);
    return {
      id,
      index,
      kind: 'mail',
      bytes: this.#signed(index, mail),
      fileName: `${id}.eml`,
      type: 'message/rfc822',
      placement: { folder: mail.folder, at: mail.at },
      thread: `t${thread}`,
      personas: [...new Set(mail.players.map((player) => player.id).filter((each) => each.startsWith('p')))],
      author: this.#authorOf(mail),
      harm: 'none',
      text: `${mail.subject}\n\n${mail.text}`,
      attachments: mail.attachments,
      accounts: [],
      origin:
        model === undefined
          ? { type: 'recipe', recipe: this.#hash }
          : { type: 'language-model', recipe: this.#hash, model },
    };
  }

  #authorOf({ author }: MadeMail): FictionalAuthor | null {
    const persona = this.#materials.personas.personas.find(({ id }) => id === author.id);
    if (persona === undefined) return null;
    const isOwn = persona.address === author.address;
    return { name: fullName(persona), address: isOwn ? persona.address.toLowerCase() : '' };
  }

  #signed(index: number, { bytes, at }: MadeMail): Uint8Array {
    const { signing } = this.#materials.recipe;
    if (signing === undefined) return bytes;
    const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    return Buffer.from(
      signMail(message, at, signing, (signed) => this.#sign(index, signed)),
      'latin1',
    );
  }

  /** Sentences of the grammar after many tries, ever more of them; null before. */
  #plain(index: number, attempt: number): string | null {
    if (attempt < GRAMMAR_FROM) return null;
    const { recipe, model, personas } = this.#materials;
    const random = randomOf(`${recipe.seed}/plain/${index}/${attempt}`);
    const names = Array.from({ length: 4 }, () => random.pick(personas.personas).given);
    return banal(model.language, 3 + attempt - GRAMMAR_FROM, names, random).sentences.join(' ');
  }

  #single(index: number, kind: SingleKind, attempt: number): Decoy {
    const { recipe, model, personas: pack } = this.#materials;
    const random = randomOf(`${recipe.seed}/${kind}/${index}/${attempt}`);
    const language = random.pick(recipe.languages);
    const people = castFor(pack.personas, kind === 'contact' ? 1 : random.between(2, 6), random);
    const context: ItemContext = { model, pack, language, people, at: workingMoment(model, random), random };
    const { folder, ...made } = MAKERS[kind](context);
    return {
      id: this.#id(index),
      index,
      kind,
      ...made,
      placement: { folder, at: context.at },
      thread: null,
      personas: [...new Set(people.map(({ id }) => id))],
      author: null,
      attachments: [],
      origin: { type: 'recipe', recipe: this.#hash },
    };
  }

  #id(index: number): string {
    return `d${createHash('sha256').update(`${this.#hash} ${index}`).digest('hex').slice(0, 16)}`;
  }
}

/** Which kind an index is: they follow each other in the order of DECOY_KINDS. */
export function kindOf(recipe: Recipe, index: number): DecoyKind {
  let end = 0;
  for (const kind of DECOY_KINDS) {
    end += recipe.counts[kind];
    if (index >= 0 && index < end) return kind;
  }
  throw new RangeError(`the recipe has ${decoyCount(recipe)} decoys, not one at ${index}`);
}

function castFor(
  personas: readonly Persona[],
  count: number,
  random: ItemContext['random'],
): [Persona, ...Persona[]] {
  return [random.pick(personas), ...Array.from({ length: count - 1 }, () => random.pick(personas))];
}
