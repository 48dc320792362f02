import type { Language } from '../../model/index.ts';
import type { DecoyAccount } from '../model/decoy.ts';
import type { Random } from '../model/random.ts';
import { fileNameOf, type ItemContext, type MadeItem } from './item.ts';

const WORDS: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'garden',
    'table',
    'window',
    'river',
    'yellow',
    'kettle',
    'market',
    'button',
    'paper',
    'summer',
    'basket',
    'ladder',
    'orange',
    'winter',
    'pencil',
    'copper',
    'island',
    'saddle',
    'velvet',
    'meadow',
  ],
  fr: [
    'jardin',
    'table',
    'fenetre',
    'riviere',
    'jaune',
    'panier',
    'marche',
    'bouton',
    'papier',
    'soleil',
    'citron',
    'echelle',
    'orange',
    'hiver',
    'crayon',
    'cuivre',
    'sentier',
    'velours',
    'prairie',
    'tambour',
  ],
}; // prettier-ignore
const SERVICES = [
  'intranet',
  'wifi',
  'agenda',
  'photos',
  'printer',
  'newsletter',
  'files',
  'tickets',
  'forum',
  'archive',
];
const TITLES = {
  en: ['logins', 'access', 'accounts', 'passwords'],
  fr: ['identifiants', 'acces', 'comptes', 'codes'],
};
const FEWEST = 2;
const MOST = 5;

/**
 * A note with accounts that exist nowhere, on hosts of the owner's: whoever tries one has read the note. The
 * label is `low`, since somebody may try.
 */
export function makeAccounts({ language, people, pack, at, random }: ItemContext): MadeItem {
  const title = random.pick(TITLES[language]);
  const accounts = Array.from({ length: random.between(FEWEST, MOST) }, (_, i): DecoyAccount => {
    const person = people[i % people.length] ?? people[0];
    const user = random.chance(0.5) ? person.address : person.address.slice(0, person.address.indexOf('@'));
    const service = `${random.pick(SERVICES)}.${pack.domains[0] ?? 'example.org'}`;
    return { service, user, password: passwordOf(pack.passwordStyle, language, random) };
  });
  const labels = language === 'fr' ? ['identifiant', 'mot de passe'] : ['login', 'password'];
  const text = accounts
    .map(({ service, user, password }) => `${service}\n${labels[0]}: ${user}\n${labels[1]}: ${password}\n`)
    .join('\n');
  return {
    bytes: Buffer.from(text, 'utf8'),
    fileName: fileNameOf(title, at, 'txt'),
    type: 'text/plain',
    folder: 'Documents',
    text,
    accounts,
    harm: 'low',
  };
}

/** A password in the style of `PersonaPack.passwordStyle`. */
export function passwordOf(style: string, language: Language, random: Random): string {
  return style.replace(/[Ww0!]/g, (kind) => {
    if (kind === '0') return random.letters(1, '0123456789');
    if (kind === '!') return random.letters(1, '!?*#$+');
    const word = random.pick(WORDS[language]);
    return kind === 'W' ? word.slice(0, 1).toUpperCase() + word.slice(1) : word;
  });
}
