import type { ContentTotals, StoredItem } from '../case/store.ts';
import { TOPIC_TITLES, TOPICS } from '../examine/topics/index.ts';
import type { Language, Text } from '../model/text.ts';
import { FEWEST_TEXTS, isMostlyMundane } from '../show/mostly-mundane.ts';
import { DECOY_HEADING, decoyLine } from './decoy-line.ts';
import { counted, ITEMS, type Noun, noun } from './terminal/counted.ts';
import type { Paint } from './terminal/paint.ts';

const SAY = {
  about: { en: 'about', fr: 'de quoi il s’agit' },
  mundane: { en: 'mostly mundane', fr: 'pour l’essentiel, la vie courante' },
  none: { en: 'without a topic', fr: 'sans thème' },
  topics: { en: 'Topics', fr: 'Thèmes' },
  language: { en: 'Language', fr: 'Langue' },
  personal: { en: 'Personal data', fr: 'Données personnelles' },
  review: { en: 'to be checked', fr: 'à vérifier' },
  near: { en: 'Near-duplicates', fr: 'Textes proches' },
  nearOf: { en: 'cluster of', fr: 'groupe de' },
  with: { en: ', with', fr: ', avec' },
} as const satisfies Record<string, Text>;

const DATA: Readonly<Record<string, Noun>> = {
  nir: noun(
    'social security number',
    'social security numbers',
    'numéro de sécurité sociale',
    'numéros de sécurité sociale',
  ),
  iban: noun('IBAN', 'IBANs', 'IBAN', 'IBAN'),
  rib: noun('RIB', 'RIBs', 'RIB', 'RIB'),
  siret: noun('SIRET', 'SIRETs', 'SIRET', 'SIRET'),
  siren: noun('SIREN', 'SIRENs', 'SIREN', 'SIREN'),
  card: noun('payment card', 'payment cards', 'carte de paiement', 'cartes de paiement'),
  phone: noun('phone number', 'phone numbers', 'numéro de téléphone', 'numéros de téléphone'),
  email: noun('mail address', 'mail addresses', 'adresse de courriel', 'adresses de courriel'),
  plate: noun('number plate', 'number plates', 'plaque d’immatriculation', 'plaques d’immatriculation'),
  passport: noun('passport', 'passports', 'passeport', 'passeports'),
  'birth-date': noun('date of birth', 'dates of birth', 'date de naissance', 'dates de naissance'),
  address: noun('postal address', 'postal addresses', 'adresse postale', 'adresses postales'),
};

const MOST_TOPICS = 4;

/** What the leak is about, for the end of a sift; no line where too little can be said. */
export function aboutLines(totals: ContentTotals, lang: Language): readonly string[] {
  const { items, sorted, topics, personalData } = totals;
  if (items < FEWEST_TEXTS) return [];
  const share = (count: number) => Math.round((100 * count) / items);
  const head = isMostlyMundane(totals) ? SAY.mundane[lang] : SAY.about[lang];
  const listed = Object.entries(topics)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_TOPICS)
    .filter(([, count]) => share(count) > 0)
    .map(([topic, count]) => `${share(count)}\u00a0% ${topicTitle(topic, lang)}`);
  const lines = [
    `${head}${COLON[lang]} ${[...listed, `${share(items - sorted)}\u00a0% ${SAY.none[lang]}`].join(', ')}`,
  ];
  const found = personalData.filter(({ kind, count }) => kind !== 'email' && count > 0);
  if (found.length > 0) {
    const counts = found.map(({ kind, count }) => dataText(kind, count, lang));
    lines.push(`${SAY.personal[lang].toLowerCase()}${COLON[lang]} ${counts.join(', ')}`);
  }
  if (totals.clusters > 0) {
    const clusters = counted(totals.clusters, CLUSTERS, lang);
    lines.push(`${clusters}${SAY.with[lang]} ${counted(totals.clustered, ITEMS, lang)}`);
  }
  return lines;
}

const CLUSTERS = noun(
  'cluster of near-duplicates',
  'clusters of near-duplicates',
  'groupe de textes proches',
  'groupes de textes proches',
);

const COLON: Text = { en: ':', fr: '\u00a0:' };

/** Topics with their terms, language, personal data by count, and the cluster of an item. */
export function contentLines(
  { content, nearDuplicate, decoy }: StoredItem,
  lang: Language,
  paint: Paint,
): string[] {
  const lines: string[] = [];
  const put = (title: Text, value: string) => {
    if (value !== '') lines.push(`${paint('bold', `${title[lang]}${COLON[lang]}`)} ${value}`);
  };
  if (decoy !== null) put(DECOY_HEADING, decoyLine(decoy, lang));
  const topics = content?.topics ?? [];
  put(
    SAY.topics,
    topics
      .map(({ topic, because }) => `${topicTitle(topic, lang)} (${because.join(', ')})`)
      .join({ en: '; ', fr: '\u202f; ' }[lang]),
  );
  put(SAY.language, content?.language ?? '');
  const counts = (content?.personalData ?? []).map(({ kind, count, review }) => {
    const open = review === 0 ? '' : ` (+${review} ${SAY.review[lang]})`;
    return `${dataText(kind, count, lang)}${open}`;
  });
  put(SAY.personal, counts.join(', '));
  if (nearDuplicate !== null) {
    const percent = Math.floor(100 * nearDuplicate.similarity);
    put(SAY.near, `${SAY.nearOf[lang]} ${nearDuplicate.cluster}, ${percent}\u00a0%`);
  }
  return lines;
}

function topicTitle(topic: string, lang: Language): string {
  const known = TOPICS.find((each) => each === topic);
  return known === undefined ? topic : TOPIC_TITLES[known][lang];
}

function dataText(kind: string, count: number, lang: Language): string {
  return counted(count, DATA[kind] ?? noun(kind, kind, kind, kind), lang);
}
