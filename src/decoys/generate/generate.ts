import { type Language, TamisError, type Text } from '../../model/index.ts';
import { type GuardRules, type GuardVerdict, guardDecoy, type RefusalCode } from '../guard/guard-decoy.ts';
import { Likeness, MOST_ALIKE } from '../guard/likeness.ts';
import { REFUSALS } from '../guard/refusal-texts.ts';
import type { Decoy } from '../model/decoy.ts';
import { decoyCount, hashOfJson, type Recipe, type Signing } from '../model/recipe.ts';
import { ownWording, readsAsOwn, type SaidWords, Sayers, textOfMail } from '../own/index.ts';
import type { SignDkim } from './dkim-sign.ts';
import { generatorHash } from './generator-hash.ts';
import { Maker, type Materials, type Written } from './regenerate.ts';

/** Tries before a set is given up: a word list that refuses everything would otherwise never end. */
const MOST_ATTEMPTS = 60;

/** Tries for wording of a decoy's own; one that finds none is told by its bytes and headers. */
const OWN_ATTEMPTS = 40;

/** What a set is made of, and what none of it may say. */
export interface GenerateWish
  extends Pick<Recipe, 'seed' | 'languages' | 'counts'>,
    Pick<Materials, 'personas' | 'model'> {
  readonly rules: GuardRules;
  /** What the mailbox says; with it, a mail that says too little else is refused. */
  readonly said?: SaidWords;
  /** Texts of a language model, if one was asked beforehand; the generator itself asks nobody. */
  readonly written?: Written;
  /** Signs mail of the owner's domain, with a key of the decoys' own. */
  readonly dkim?: { readonly signing: Signing; readonly sign: SignDkim };
}

/** `decoy-too-alike`: another decoy says half of it; `decoy-not-its-own`: the mailbox says nearly all of it. */
export type SetRefusal = RefusalCode | 'decoy-too-alike' | 'decoy-not-its-own';

/** How a set came about; the decoys themselves were handed over one by one. */
export interface GeneratedSet {
  readonly recipe: Recipe;
  /** How often each guard refused a try. */
  readonly refused: Readonly<Partial<Record<SetRefusal, number>>>;
}

/**
 * Makes a whole set, one decoy at a time to `take`, each past every guard. What a guard refuses is tried again,
 * and the number of the try that passed goes into the recipe. Throws TamisError `decoy-refused` when no try
 * passes, `decoy-model` for a model without threads.
 */
export function generateSet(wish: GenerateWish, take: (decoy: Decoy) => void): GeneratedSet {
  const { personas, model, rules, written, dkim } = wish;
  if (model.threads.length === 0)
    throw new TamisError('decoy-model', {
      en: 'the mailbox had no mail to learn from',
      fr: 'la boîte n’avait aucun courriel dont apprendre',
    });
  const attempts: Record<string, number> = {};
  const signatures: Record<string, string> = {};
  const recipe: Recipe = {
    ...firstRecipe(wish),
    attempts,
    ...(dkim === undefined ? {} : { signing: dkim.signing, signatures }),
  };
  const maker = new Maker({ recipe, personas, model }, written, (index, signed) => {
    const value = dkim?.sign(signed) ?? '';
    signatures[index] = value;
    return value;
  });
  const likeness = new Likeness();
  const sayers = new Sayers(decoyCount(recipe));
  const refused: Partial<Record<SetRefusal, number>> = {};
  for (let index = 0; index < decoyCount(recipe); index++) {
    for (let attempt = 0; ; attempt++) {
      if (attempt > 0) attempts[index] = attempt;
      const decoy = maker.decoy(index, (each) => attempts[each] ?? 0);
      const verdict = guardDecoy(decoy, rules);
      const codes = refusalsOf(
        verdict,
        likeness.nearest(decoy.text),
        attempt >= OWN_ATTEMPTS || isOwn(decoy, wish.said, sayers),
      );
      if (codes.length === 0) {
        likeness.add(decoy.text);
        if (decoy.kind === 'mail' && wish.said !== undefined)
          sayers.add(ownWording(textOfMail(decoy.bytes), true, wish.said));
        take(decoy);
        break;
      }
      for (const code of codes) refused[code] = (refused[code] ?? 0) + 1;
      if (attempt + 1 >= MOST_ATTEMPTS) throw refusedForGood(index, codes, verdict);
    }
  }
  return { recipe, refused };
}

/** Of a set nothing of which was refused yet, nor signed. */
export function firstRecipe({
  seed,
  languages,
  counts,
  personas,
  model,
}: Pick<GenerateWish, 'seed' | 'languages' | 'counts' | 'personas' | 'model'>): Recipe {
  return {
    format: 1,
    seed,
    personas: hashOfJson(personas),
    model: hashOfJson(model),
    generator: generatorHash(),
    languages,
    counts,
    attempts: {},
  };
}

/** Why a set was given up: what was refused, what was found in it, and what to do. */
function refusedForGood(index: number, codes: readonly SetRefusal[], verdict: GuardVerdict): TamisError {
  const found =
    verdict.type === 'passes' ? [] : verdict.refusals.flatMap((refusal) => refusal.found).slice(0, 5);
  const told = (lang: Language): string => {
    const why = codes.map((code) => `${SET_REFUSALS[code][lang]} (${code})`).join(', ');
    return found.length === 0 ? why : `${why}: ${found.join(', ')}`;
  };
  const advice = verdict.type === 'passes' ? MORE_MAIL : OTHER_WORDS;
  return new TamisError('decoy-refused', {
    en: `decoy ${index} was refused ${MOST_ATTEMPTS} times: ${told('en')}. ${advice.en}`,
    fr: `le leurre ${index} a été refusé ${MOST_ATTEMPTS} fois\u00a0: ${told('fr')}. ${advice.fr}`,
  });
}

const SET_REFUSALS: Readonly<Record<SetRefusal, Text>> = {
  ...REFUSALS,
  'decoy-too-alike': {
    en: 'it says more than half of what another decoy says',
    fr: 'il dit plus de la moitié de ce que dit un autre leurre',
  },
  'decoy-not-its-own': {
    en: 'it says nearly nothing that the mailbox does not say',
    fr: 'il ne dit presque rien que la boîte ne dise pas',
  },
};

const MORE_MAIL: Text = {
  en: 'The mailbox says too little for so many decoys: ask for fewer of each kind (--mails, --documents, --calendars, --contacts, --accounts), or give decoys init more mail.',
  fr: 'La boîte en dit trop peu pour autant de leurres\u00a0: demandez-en moins de chaque sorte (--mails, --documents, --calendars, --contacts, --accounts), ou donnez plus de courrier à decoys init.',
};

const OTHER_WORDS: Text = {
  en: 'Look at the block list and the domains given to decoys init.',
  fr: 'Voyez la liste de blocage et les domaines donnés à decoys init.',
};

function refusalsOf(verdict: GuardVerdict, alike: number, own: boolean): SetRefusal[] {
  const codes: SetRefusal[] = verdict.type === 'passes' ? [] : verdict.refusals.map(({ code }) => code);
  if (alike > MOST_ALIKE) codes.push('decoy-too-alike');
  if (!own) codes.push('decoy-not-its-own');
  return codes;
}

/** Whether words tell it from the mailbox's mail, and a text that it carries from what that carries. */
function isOwn({ kind, bytes, attachments }: Decoy, said: SaidWords | undefined, sayers: Sayers): boolean {
  if (said === undefined || kind !== 'mail') return true;
  const texts = attachments.filter(({ type }) => type.startsWith('text/'));
  return (
    readsAsOwn(textOfMail(bytes), said, (run) => sayers.isFull(run)) &&
    texts.every((each) => ownWording(Buffer.from(each.bytes).toString('utf8'), false, said).length > 0)
  );
}
