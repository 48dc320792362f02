import type { Reason, SignatureResult } from '../../model/index.ts';
import type { Language, Text } from '../../model/text.ts';
import { inLanguage } from '../texts/in-language.ts';
import { fillTemplate } from '../texts/template.ts';

/** What is known beside the reasons of an item that is told about. */
export interface ItemFacts {
  readonly isMessage: boolean;
  readonly signatures: readonly SignatureResult[];
  readonly rebuilt: boolean;
  /** Whether the case was given an archive of the victim's. */
  readonly hasReference: boolean;
}

/** What was checked of a message, and what could not be, in sentences. */
export interface Checks {
  readonly checked: readonly string[];
  readonly unchecked: readonly string[];
}

/** What was looked at and what could not be, in the order in which it weighs. */
export function checksOf(facts: ItemFacts, reasons: readonly Reason[], lang: Language): Checks {
  const checked: string[] = [];
  const unchecked: string[] = [];
  const say = (list: string[], text: Text, values = {}): void => {
    list.push(fillTemplate(inLanguage(text, lang), values, lang));
  };
  const has = (...codes: readonly string[]): boolean => reasons.some(({ code }) => codes.includes(code));
  if (!facts.hasReference) say(unchecked, NO_ARCHIVE);
  else if (has('reference-absent')) say(checked, NOT_IN_ARCHIVE);
  else if (has('reference-differs', 'reference-differs-in-transit', 'archive-copy-changed'))
    say(checked, OTHER_IN_ARCHIVE);
  else if (reasons.some(({ code }) => code.startsWith('reference-'))) say(checked, ARCHIVE);
  if (!facts.isMessage) {
    say(checked, CARRIED);
    return { checked, unchecked };
  }
  for (const { domain, selector, text, isOpen } of signatureLines(facts.signatures)) {
    say(isOpen ? unchecked : checked, text, { domain, selector });
  }
  if (facts.rebuilt) say(unchecked, REBUILT);
  else if (facts.signatures.length === 0) say(unchecked, UNSIGNED);
  say(checked, has('clock-gap', 'impossible-queue-id') ? CLOCKS_DIFFER : CLOCKS);
  say(checked, reasons.some(({ code }) => OTHERS.test(code)) ? OTHERS_FOUND : NO_OTHERS);
  return { checked, unchecked };
}

/** Codes of what other messages of the leak say: copies, versions, quotations. */
const OTHERS = /^(?:copies|copy-other|same-id|authentic-copy|near-copy|quote|forwarded)/;

interface SignatureLine {
  readonly domain: string;
  readonly selector: string;
  readonly text: Text;
  readonly isOpen: boolean;
}

/** A line for each signer and outcome, each once; a relay's seal covers other seals and is left out. */
function signatureLines(signatures: readonly SignatureResult[]): readonly SignatureLine[] {
  const lines = new Map<string, SignatureLine>();
  for (const signature of signatures) {
    const { kind, domain, selector } = signature;
    if (kind === 'arc-seal') continue;
    const text = outcomeOf(signature);
    const isOpen = text === SIGNATURE.cut || text === SIGNATURE.open;
    lines.set(`${domain} ${selector} ${text.en}`, { domain, selector, text, isOpen });
  }
  return [...lines.values()].slice(0, MOST_SIGNATURES);
}

function outcomeOf({ header, body, undone }: SignatureResult): Text {
  if (header.type === 'not-checkable') return SIGNATURE.open;
  if (header.type === 'key-mismatch') return SIGNATURE.stranger;
  if (header.type === 'good' && body.type === 'not-checkable') return SIGNATURE.cut;
  if (header.type === 'changed' || body.type !== 'match') return SIGNATURE.broken;
  return undone === null ? SIGNATURE.good : SIGNATURE.undone;
}

/** Attack: a message with a hundred signatures. */
const MOST_SIGNATURES = 6;

const SIGNATURE = {
  good: {
    en: 'The signature of {domain} ({selector}): it verifies.',
    fr: 'La signature de {domain} ({selector}) : elle est valide.',
  },
  undone: {
    en: 'The signature of {domain} ({selector}): it verifies once what was done on the way, or afterwards, is undone.',
    fr: 'La signature de {domain} ({selector}) : elle est valide une fois défait ce qui a été fait en chemin, ou après.',
  },
  broken: {
    en: 'The signature of {domain} ({selector}): its key made it, over something else than what lies here.',
    fr: 'La signature de {domain} ({selector}) : sa clé l’a produite, sur autre chose que ce qui se trouve ici.',
  },
  stranger: {
    en: 'The signature of {domain} ({selector}): the known key did not make it.',
    fr: 'La signature de {domain} ({selector}) : la clé connue ne l’a pas produite.',
  },
  cut: {
    en: 'The signature of {domain} ({selector}) over the text, which is not here, or not whole; over the headers it verifies.',
    fr: 'La signature de {domain} ({selector}) sur le texte, qui n’est pas ici, ou pas en entier ; sur les en-têtes, elle est valide.',
  },
  open: {
    en: 'The signature of {domain} ({selector}): there is no key for it, or it cannot be read.',
    fr: 'La signature de {domain} ({selector}) : il n’y a pas de clé, ou elle est illisible.',
  },
} as const satisfies Record<string, Text>;

const NO_ARCHIVE: Text = {
  en: 'An original: no archive of the victim’s was given (--reference).',
  fr: 'Un original : aucune archive de la victime n’a été fournie (--reference).',
};
const NOT_IN_ARCHIVE: Text = {
  en: 'The victim’s archive: it is not there, which happens to deleted mail every day.',
  fr: 'L’archive de la victime : il n’y est pas, ce qui arrive tous les jours au courrier supprimé.',
};
const ARCHIVE: Text = { en: 'The victim’s archive: it is there.', fr: 'L’archive de la victime : il y est.' };
const OTHER_IN_ARCHIVE: Text = {
  en: 'The victim’s archive: it has this message with other content.',
  fr: 'L’archive de la victime : elle a ce message avec un autre contenu.',
};
const CARRIED: Text = {
  en: 'The message that carries it, and every other place in the leak and the archive with the same bytes.',
  fr: 'Le message qui le porte, et tout autre endroit de la fuite et de l’archive ayant les mêmes octets.',
};
const REBUILT: Text = {
  en: 'Signatures: the message was rebuilt by an export, and its original form is gone.',
  fr: 'Les signatures : le message a été reconstruit par un export, sa forme d’origine est perdue.',
};
const UNSIGNED: Text = {
  en: 'A signature: the message carries none.',
  fr: 'Une signature : le message n’en porte aucune.',
};
const CLOCKS: Text = {
  en: 'Clocks hidden in its ids and boundaries: nothing to report.',
  fr: 'Les horloges cachées dans ses identifiants et séparateurs : rien à signaler.',
};
const CLOCKS_DIFFER: Text = {
  en: 'Clocks hidden in its ids and boundaries: they differ from its dates, see below.',
  fr: 'Les horloges cachées dans ses identifiants et séparateurs : elles diffèrent de ses dates, voir plus bas.',
};
const OTHERS_FOUND: Text = {
  en: 'Copies, other versions and quotations of it in the leak: there are some, see below.',
  fr: 'Ses copies, autres versions et citations dans la fuite : il y en a, voir plus bas.',
};
const NO_OTHERS: Text = {
  en: 'Copies, other versions and quotations of it in the leak: none that says anything.',
  fr: 'Ses copies, autres versions et citations dans la fuite : aucune qui dise quelque chose.',
};
