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

export interface Organisation {
  readonly domain: string;
  readonly signer: SignerName;
}

export interface Cast {
  readonly campaign: string;
  /** Whose mailboxes are in the leak. */
  readonly owners: readonly Person[];
  readonly outsiders: readonly Person[];
  /** Senders of mass mail: nobody answers them. */
  readonly machines: readonly Person[];
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly list: string;
}

/** The cast of one exercise; names of people, town and campaign follow from the seed. */
export function castOf(random: Random): Cast {
  const town = random.pick(TOWNS);
  const party = random.pick(PARTIES);
  const campaign = `${party}-${town}.example`;
  const domains = {
    campaign,
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
  const owners = programs.map((program) => person(take(), campaign, program));
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
  const machine = (name: string, address: string): Person => ({
    name,
    address,
    lang: 'fr',
    program: 'mailer',
  });
  const machines = [
    machine('La lettre du matin', `lettre@${domains.newsletter}`),
    machine('Service clients', `factures@${domains.biller}`),
  ];
  const organisation = (domain: string, signer: SignerName): readonly [string, Organisation] => [
    domain,
    { domain, signer },
  ];
  return {
    campaign,
    owners,
    outsiders,
    machines,
    list: `volontaires@${domains.list}`,
    organisations: new Map([
      organisation(campaign, 'campaign'),
      organisation(domains.provider, 'provider'),
      organisation(domains.pollster, 'pollster'),
      organisation(domains.printer, 'printer'),
      organisation(domains.townHall, 'town-hall'),
      organisation(domains.newspaper, 'newspaper'),
      organisation(domains.newsletter, 'newsletter'),
      organisation(domains.biller, 'biller'),
      organisation(domains.halls, 'halls'),
      organisation(domains.lost, 'lost'),
      organisation(domains.law, null),
      organisation(domains.club, null),
    ]),
  };
}

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
