import type { Language, Text } from '../../model/index.ts';
import type { ImportSummary } from './import-posts.ts';

/** What an import did, as lines for a person; `zone` is where stamps without one were read. */
export function importText(summary: ImportSummary, zone: string, lang: Language): string {
  const n = (value: number): string => value.toLocaleString(lang === 'fr' ? 'fr-FR' : 'en-GB');
  const list = (counts: Readonly<Record<string, number>>): string =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${n(count)}`)
      .join(', ');
  const missing = Object.entries(summary.missing)
    .map(([field, share]) => `${field} ${Math.round(share * 100)}\u00a0%`)
    .join(', ');
  const fr = lang === 'fr';
  const formats = summary.read > 0 ? ` (${list(summary.formats)})` : '';
  const lines = [
    fr
      ? `${n(summary.read)} ${summary.read < 2 ? 'message lu' : 'messages lus'}${formats}, ${n(summary.added)} ${summary.added < 2 ? 'nouveau' : 'nouveaux'}, ${n(summary.posts)} dans le dossier`
      : `${n(summary.read)} ${summary.read === 1 ? 'post' : 'posts'} read${formats}, ${n(summary.added)} new, ${n(summary.posts)} in the case`,
    ...Object.entries(summary.rejected).map(([reason, count]) => {
      const first = summary.firstRejects.find((reject) => reject.reason === reason);
      const where = first ? `, ${fr ? 'd’abord' : 'first'} ${first.file}:${first.line}` : '';
      return `${fr ? 'Écarté\u00a0:' : 'Set aside:'} ${n(count)} ${reasonText(reason, lang)} (${reason}${where})`;
    }),
    ...hints(summary, fr),
    summary.failedFiles.length > 0
      ? `${fr ? 'Fichiers illisibles\u00a0:' : 'Files that could not be read:'} ${summary.failedFiles.map(({ file, reason }) => `${file} (${reason})`).join(', ')}`
      : '',
    summary.read > summary.added
      ? fr
        ? `Déjà là sous le même identifiant, ou deux fois dans les fichiers\u00a0: ${n(summary.read - summary.added)}\u202f; le premier de chacun est gardé`
        : `There before under the same id, or twice in the files: ${n(summary.read - summary.added)}; the first of each is kept`
      : '',
    summary.assumedZone > 0
      ? fr
        ? `${n(summary.assumedZone)} ${summary.assumedZone < 2 ? 'heure sans fuseau, lue' : 'heures sans fuseau, lues'} en ${zone} (--zone en nomme un autre)`
        : `${n(summary.assumedZone)} ${summary.assumedZone === 1 ? 'time stated no zone and was' : 'times stated no zone and were'} read in ${zone} (--zone names another)`
      : '',
    summary.languageByText > 0
      ? fr
        ? `Langue lue dans le texte, faute d’indication du réseau\u00a0: ${n(summary.languageByText)} messages`
        : `Language told by the text where the network gives none: ${n(summary.languageByText)} posts`
      : '',
    summary.roundedIds > 0
      ? fr
        ? `${n(summary.roundedIds)} messages aux identifiants arrondis par un tableur (8.6E+17)\u00a0: distingués par l’heure et le texte\u202f; un compte arrondi ne compte pas`
        : `${n(summary.roundedIds)} posts with ids that a spreadsheet rounded (8.6E+17): told apart by time and text; a rounded account counts for none`
      : '',
    missing === '' ? '' : `${fr ? 'Champs absents\u00a0:' : 'Missing fields:'} ${missing}`,
  ];
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}

const REASONS: Readonly<Record<string, Text>> = {
  'not-json': { en: 'no JSON', fr: 'qui ne sont pas du JSON' },
  'not-a-post': { en: 'no posts', fr: 'qui ne sont pas des messages' },
  'unknown-format': { en: 'of no known format', fr: 'd’aucun format connu' },
  'time-empty': { en: 'without a time', fr: 'sans heure' },
  'time-not-a-time': {
    en: 'with a time that cannot be read for sure (05/06/2017 is May or June)',
    fr: 'dont l’heure n’est pas sûre (05/06/2017 est en mai ou en juin)',
  },
  'time-rounded': {
    en: 'with a time that a spreadsheet rounded (1.49401E+12): export it again as text',
    fr: 'dont l’heure a été arrondie par un tableur (1.49401E+12)\u00a0: exportez-la de nouveau en texte',
  },
  'time-unknown-zone': {
    en: 'with a time in a zone nobody knows by this abbreviation',
    fr: 'dont l’heure est dans un fuseau que cette abréviation ne dit pas',
  },
  'time-out-of-range': {
    en: 'with a time before 1970 or far ahead',
    fr: 'dont l’heure est d’avant 1970 ou lointaine',
  },
  'row-too-long': { en: 'rows too long', fr: 'lignes trop longues' },
  'missing-field': { en: 'rows with too few fields', fr: 'lignes auxquelles il manque des champs' },
  'unterminated-quote': { en: 'with a quote that does not end', fr: 'dont un guillemet ne se ferme pas' },
};

function reasonText(reason: string, lang: Language): string {
  return REASONS[reason]?.[lang] ?? '';
}

/** What a person can do next when something did not go in. */
function hints(summary: ImportSummary, fr: boolean): string[] {
  const { firstRejects, read } = summary;
  const order = firstRejects.some(({ reason }) => reason === 'time-not-a-time')
    ? [
        fr
          ? 'Si le jour et le mois y sont en chiffres\u00a0: --dates day-first (05/06 est en juin) ou month-first (en mai)'
          : 'If day and month stand there in figures: --dates day-first (05/06 is in June) or month-first (in May)',
      ]
    : [];
  const unknown = firstRejects.find((reject) => reject.reason === 'unknown-format');
  if (unknown)
    return [
      ...order,
      fr
        ? `Ses colonnes\u00a0: ${unknown.shown}. Nommez-les\u00a0: --map account=COLONNE,time=COLONNE,text=COLONNE`
        : `Its columns: ${unknown.shown}. Name them: --map account=COLUMN,time=COLUMN,text=COLUMN`,
    ];
  if (read > 0 || firstRejects.length > 0) return order;
  return [fr ? 'Il n’y avait rien à lire.' : 'There was nothing to read.'];
}
