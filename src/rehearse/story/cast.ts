/** The people of an exercise. Nobody and nothing here exists; names under .example belong to nobody (RFC 2606). */
import type { Random } from '../random.ts';
import type { Language, Person, ProgramName } from './terms.ts';

/** How an organisation's server signs. `null` stands for one that does not. */
export type SignerName =
  | 'campaign'
  | 'provider'
  | 'pollster'
  | 'printer'
  | 'town-hall'
  | 'newspaper'
  | 'newsletter'
  | 'biller'
  | 'halls'
  | 'lost'
  | null;

/** A domain of the story, and whether its server signs. */
export interface Organisation {
  readonly domain: string;
  readonly signer: SignerName;
}

/** Everybody who writes, and for whom. */
export interface Cast {
  /** The victim's domain. */
  readonly campaign: string;
  /** Whose mailboxes are in the leak. */
  readonly owners: readonly Person[];
  readonly outsiders: readonly Person[];
  /** Senders of mass mail: nobody answers them. */
  readonly machines: readonly Person[];
  readonly organisations: ReadonlyMap<string, Organisation>;
  /** The address of the mailing list. */
  readonly list: string;
}

/** The cast of one exercise; names of people, town and campaign follow from the seed. */
export function castOf(random: Random): Cast {
  const domains = domainsOf(random);
  return {
    campaign: domains.campaign,
    ...peopleOf(random, domains),
    machines: [
      machine('La lettre du matin', `lettre@${domains.newsletter}`),
      machine('Service clients', `factures@${domains.biller}`),
    ],
    list: `volontaires@${domains.list}`,
    organisations: new Map(
      SIGNERS.map(([name, signer]) => [domains[name], { domain: domains[name], signer }]),
    ),
  };
}

/** Drawn in this order: another one would give every seed another cast. */
function domainsOf(random: Random) {
  const town = random.pick(TOWNS);
  const party = random.pick(PARTIES);
  return {
    campaign: `${party}-${town}.example`,
    provider: `${random.pick(['postale', 'courriel', 'mailbox'])}-libre.example`,
    pollster: `${random.pick(['harrow', 'whitby', 'linden'])}-polling.example`,
    printer: `imprimerie-${random.pick(['lenoir', 'vasseur', 'quentin'])}.example`,
    townHall: `mairie-${town}.example`,
    newspaper: `${random.pick(['courrier', 'echo', 'gazette'])}-${town}.example`,
    newsletter: `lettre-${random.pick(['publique', 'ouverte', 'civique'])}.example`,
    biller: `${random.pick(['telephonie', 'energie', 'reseau'])}-clients.example`,
    halls: `salles-${town}.example`,
    lost: `relais-${random.pick(['citoyen', 'quartiers', 'vallee'])}.example`,
    law: `cabinet-${random.pick(['marlin', 'ferrand', 'osmont'])}.example`,
    club: `asso-${random.pick(['marcheurs', 'voiles', 'jardins'])}.example`,
    list: `listes-${town}.example`,
  };
}

type Domains = ReturnType<typeof domainsOf>;

/** Which organisation signs as what, those that do not sign last. */
const SIGNERS: readonly (readonly [keyof Domains, SignerName])[] = [
  ['campaign', 'campaign'],
  ['provider', 'provider'],
  ['pollster', 'pollster'],
  ['printer', 'printer'],
  ['townHall', 'town-hall'],
  ['newspaper', 'newspaper'],
  ['newsletter', 'newsletter'],
  ['biller', 'biller'],
  ['halls', 'halls'],
  ['lost', 'lost'],
  ['law', null],
  ['club', null],
];

/** Who writes to whom: every mail program at a desk of the campaign, every signer among those outside. */
function peopleOf(random: Random, domains: Domains): Pick<Cast, 'owners' | 'outsiders'> {
  const names = random.shuffled(FRENCH_NAMES);
  const english = random.shuffled(ENGLISH_NAMES);
  const person = (name: string, domain: string, program: ProgramName, lang: Language = 'fr'): Person => ({
    name,
    address: `${local(name)}@${domain}`,
    lang,
    program,
  });
  const take = (): string => names.pop() ?? 'Anne Onyme';
  const takeEnglish = (): string => english.pop() ?? 'Ann Onym';
  const programs = random.shuffled<ProgramName>(['outlook', 'thunderbird', 'apple-mail', 'exchange']);
  const owners = programs.map((program) => person(take(), domains.campaign, program));
  const outsiders = [
    person(take(), domains.provider, 'gmail'),
    person(takeEnglish(), domains.provider, 'gmail', 'en'),
    person(takeEnglish(), domains.pollster, 'exchange', 'en'),
    person(takeEnglish(), domains.pollster, 'outlook', 'en'),
    person(take(), domains.printer, 'thunderbird'),
    person(take(), domains.townHall, 'zimbra'),
    person(take(), domains.newspaper, 'apple-mail'),
    person(take(), domains.halls, 'zimbra'),
    person(take(), domains.lost, 'thunderbird'),
    person(take(), domains.law, 'outlook'),
    person(takeEnglish(), domains.law, 'apple-mail', 'en'),
    person(take(), domains.club, 'thunderbird'),
  ];
  return { owners, outsiders };
}

function machine(name: string, address: string): Person {
  return { name, address, lang: 'fr', program: 'mailer' };
}

/** The local part: ASCII letters of the name, a dot between its words. */
function local(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^A-Za-z ]/gu, '')
    .toLowerCase()
    .replaceAll(' ', '.');
}

const TOWNS = ['morvane', 'saint-aubert', 'port-lisse', 'valdore', 'brissac-mer'];
const PARTIES = ['elan', 'cap-commun', 'rivages', 'demain', 'union'];
const FRENCH_NAMES = [
  'Camille Aubrac',
  'Théo Marchetti',
  'Nadia Bensaïd',
  'Hélène Kervadec',
  'Julien Prévost',
  'Inès Labarre',
  'Mathieu Salomon',
  'Chloé Tournier',
  'Rémi Castagne',
  'Aïcha Delorme',
  'Baptiste Nguyen',
  'Solène Guichard',
  'Yanis Ferrero',
  'Margaux Lestrade',
  'Olivier Panisse',
  'Zoé Chambrun',
];
const ENGLISH_NAMES = [
  'Olivia Harper',
  'Desmond Leigh',
  'Ruth Calloway',
  'Ewan Forsyth',
  'Priya Malhotra',
  'Graham Tuttle',
];
