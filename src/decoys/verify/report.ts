import type { Language, Text } from '../../model/text.ts';
import { ABOUT_THE_REST } from '../guard/wording.ts';
import type { ItemVerdict } from './compare-item.ts';
import type { TokenReading } from './token.ts';
import type { Verification } from './verify-item.ts';
import type { OpeningDefect, OpeningVerdict } from './verify-opening.ts';

/** A verification in words, the same for the command and the page. */
export interface Report {
  readonly headline: string;
  readonly lines: readonly string[];
  /** What it proves, and what it does not. */
  readonly limits: readonly string[];
}

/** Never says anything of the rest of a leak: neither that it is genuine, nor that it is not. */
export function verificationReport({ opening, item, shortText }: Verification, lang: Language): Report {
  if (opening.type === 'invalid' || item === null) {
    const reason = opening.type === 'invalid' ? DEFECTS[opening.reason][lang] : '';
    return { headline: SAY.invalid[lang], lines: [reason], limits: [SAY.nothingFollows[lang]] };
  }
  return {
    headline: itemText(item, lang),
    lines: [...shortLines(item, shortText, lang), ...openingLines(opening, lang)],
    limits: LIMITS.map((text) => text[lang]),
  };
}

function itemText(item: ItemVerdict, lang: Language): string {
  switch (item.type) {
    case 'exact':
    case 're-encoded':
      return ITEMS[item.type][lang];
    case 'same-text':
      return item.breaks > 0
        ? `${ITEMS['text-broken'][lang]} ${item.breaks}.`
        : ITEMS[item.whole ? 'whole-text' : 'text-within'][lang];
    case 'attachment':
      return `${ITEMS.attachment[lang]} ${item.number + 1}.`;
    case 'not-this-decoy':
      return `${ITEMS[item.share >= NEAR ? 'near' : 'other'][lang]} (${Math.floor(100 * item.share)}\u00a0%)`;
    case 'could-not-check':
      return ITEMS[item.reason][lang];
  }
}

/** What is to be said where the text alone tells too little: bytes and headers are not moved by it. */
function shortLines(item: ItemVerdict, characters: number | null, lang: Language): string[] {
  const byText = item.type === 'not-this-decoy' || (item.type === 'same-text' && !item.headers);
  return byText && characters !== null ? [`${SAY.short[lang]} ${characters}.`] : [];
}

/** Share of a text in pieces from which it is rather the decoy, altered or misread, than another of the same manner. */
const NEAR = 0.8;

function openingLines(
  { leaf, checkpoint, key, tokens }: Extract<OpeningVerdict, { type: 'valid' }>,
  lang: Language,
): readonly string[] {
  const place = `${SAY.decoy[lang]} ${leaf.id}, ${SAY.underOne[lang]} ${checkpoint.origin} (${checkpoint.size})`;
  const times = tokens.map((token) => tokenText(token, lang));
  return [
    place,
    SAY[key === 'expected' ? 'keyExpected' : 'keyAsGiven'][lang],
    ...(times.length === 0 ? [SAY.noToken[lang]] : times),
    ...(leaf.model === null ? [] : [`${SAY.model[lang]} ${leaf.model}.`]),
  ];
}

/** One time stamp in words. */
export function tokenText(token: TokenReading, lang: Language): string {
  if (token.type === 'bad') return `${TOKENS.bad[lang]} (${token.reason})`;
  return `${TOKENS[token.type][lang]} ${token.time}, ${token.authority}`;
}

const TOKENS = {
  trusted: {
    en: 'Stamped by an authority you trust, no later than',
    fr: 'Horodaté par une autorité à laquelle vous vous fiez, au plus tard',
  },
  'unknown-authority': {
    en: 'Stamped by an authority that was not checked (give its certificate to check it), no later than',
    fr: 'Horodaté par une autorité non vérifiée (donner son certificat pour la vérifier), au plus tard',
  },
  'other-data': { en: 'A time stamp of something else:', fr: 'L’horodatage d’autre chose\u00a0:' },
  bad: { en: 'A time stamp that does not hold', fr: 'Un horodatage qui ne tient pas' },
} as const satisfies Record<string, Text>;

const ITEMS = {
  exact: { en: 'This is the decoy, byte for byte.', fr: 'C’est le leurre, octet pour octet.' },
  're-encoded': {
    en: 'This is the decoy in other bytes: the same people, moment, subject, text and attachments.',
    fr: 'C’est le leurre en d’autres octets\u00a0: mêmes personnes, moment, objet, texte et pièces jointes.',
  },
  'whole-text': {
    en: 'The text is the decoy’s, word for word; what stands around it is not, or is missing.',
    fr: 'Le texte est celui du leurre, mot pour mot\u202f; ce qui l’entoure ne l’est pas, ou manque.',
  },
  'text-within': {
    en: 'The text of the decoy stands in this item word for word, among other text.',
    fr: 'Le texte du leurre figure mot pour mot dans cet élément, au milieu d’un autre texte.',
  },
  'text-broken': {
    en: 'The text of the decoy stands in this item word for word and in order; other text comes in between, as heads and feet of pages do, or insertions. Places where it does:',
    fr: 'Le texte du leurre figure mot pour mot et dans l’ordre dans cet élément\u202f; un autre texte s’y intercale, comme des en-têtes et pieds de page, ou des ajouts. Nombre d’endroits\u00a0:',
  },
  near: {
    en: 'Not word for word the decoy that was opened, but much of its text stands here in pieces: a scan that was misread looks so, and so does a decoy that somebody changed; compare by eye',
    fr: 'Pas mot pour mot le leurre ouvert, mais une grande part de son texte figure ici par morceaux\u00a0: un scan mal lu ressemble à cela, et un leurre que quelqu’un a modifié aussi\u202f; comparer à l’œil',
  },
  attachment: {
    en: 'The text is not the decoy’s; it is, or carries, its attachment number',
    fr: 'Le texte n’est pas celui du leurre\u202f; c’est, ou cela porte, sa pièce jointe numéro',
  },
  other: {
    en: 'This is not the decoy that was opened; share of the decoy’s text found in it in pieces:',
    fr: 'Ce n’est pas le leurre qui a été ouvert\u202f; part de son texte retrouvée par morceaux\u00a0:',
  },
  'no-text': {
    en: 'Could not be checked: one of the two has no text to compare, and the bytes differ.',
    fr: 'N’a pas pu être vérifié\u00a0: l’un des deux n’a pas de texte à comparer, et les octets diffèrent.',
  },
  'unknown-format': {
    en: 'Could not be checked: this format cannot be read here, and the bytes differ.',
    fr: 'N’a pas pu être vérifié\u00a0: ce format ne peut être lu ici, et les octets diffèrent.',
  },
} as const satisfies Record<string, Text>;

const SAY = {
  invalid: { en: 'The opening does not hold.', fr: 'L’ouverture ne tient pas.' },
  nothingFollows: {
    en: 'Nothing follows from it, neither for nor against the item.',
    fr: 'Il n’en découle rien, ni pour ni contre l’élément.',
  },
  decoy: { en: 'Decoy', fr: 'Leurre' },
  underOne: { en: 'committed to in', fr: 'engagé dans' },
  keyExpected: { en: 'Signed with the key you gave.', fr: 'Signé avec la clé que vous avez donnée.' },
  keyAsGiven: {
    en: 'Signed with the key that the opening itself brings: compare it with the one the owner published.',
    fr: 'Signé avec la clé que l’ouverture apporte elle-même\u00a0: la comparer à celle que le propriétaire a publiée.',
  },
  short: {
    en: 'The decoy says so little that real mail may say the same: its text alone decides nothing, people, moment and subject do. Characters, white space apart:',
    fr: 'Le leurre en dit si peu qu’un vrai courriel peut dire la même chose\u00a0: son texte seul ne décide rien, les personnes, le moment et l’objet si. Nombre de caractères, espaces à part\u00a0:',
  },
  noToken: {
    en: 'No time stamp: that the commitment is older than the leak rests on the owner’s word.',
    fr: 'Pas d’horodatage\u00a0: que l’engagement soit antérieur à la fuite repose sur la parole du propriétaire.',
  },
  model: {
    en: 'Written by a language model, so that nobody can make it again:',
    fr: 'Écrit par un modèle de langue, si bien que personne ne peut le refaire\u00a0:',
  },
} as const satisfies Record<string, Text>;

const LIMITS: readonly Text[] = [
  {
    en: 'Proved: whoever has the key committed to this very item no later than its oldest time stamp.',
    fr: 'Prouvé\u00a0: le détenteur de la clé s’est engagé sur cet élément précis au plus tard à son plus ancien horodatage.',
  },
  {
    en: 'Not proved by that alone: that what it says is false. That it came out of the generator is shown by making it again from the recipe, and for a whole ledger by a challenge.',
    fr: 'Non prouvé par cela seul\u00a0: que ce qu’il dit soit faux. Qu’il sorte du générateur se montre en le refaisant d’après la recette, et pour tout un registre par un défi.',
  },
  ABOUT_THE_REST,
];

const DEFECTS: Readonly<Record<OpeningDefect, Text>> = {
  'not-an-opening': {
    en: 'The first file is no opening of a decoy.',
    fr: 'Le premier fichier n’est pas une ouverture de leurre.',
  },
  'bad-key': { en: 'Its key cannot be read.', fr: 'Sa clé est illisible.' },
  'another-key': {
    en: 'It is of another key than the one you gave.',
    fr: 'Elle est d’une autre clé que celle donnée.',
  },
  'bad-checkpoint': { en: 'Its checkpoint cannot be read.', fr: 'Son point de contrôle est illisible.' },
  'not-signed': {
    en: 'Its checkpoint is not signed with its key.',
    fr: 'Son point de contrôle n’est pas signé avec sa clé.',
  },
  'not-in-tree': {
    en: 'The decoy is not under this checkpoint.',
    fr: 'Le leurre n’est pas sous ce point de contrôle.',
  },
  'commitment-differs': {
    en: 'What it shows is not what was committed to.',
    fr: 'Ce qu’elle montre n’est pas ce sur quoi on s’est engagé.',
  },
};
