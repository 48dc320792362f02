import type { Language } from '../../model/index.ts';
import type { ImportSummary } from './import-posts.ts';

/** What an import did, as lines for a person. */
export function importText(summary: ImportSummary, lang: Language): string {
  const n = (value: number): string => value.toLocaleString(lang === 'fr' ? 'fr-FR' : 'en-GB');
  const list = (counts: Readonly<Record<string, number>>): string =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${n(count)}`)
      .join(', ');
  const missing = Object.entries(summary.missing)
    .map(([field, share]) => `${field} ${Math.round(share * 100)}\u00a0%`)
    .join(', ');
  const fr = lang === 'fr';
  const lines = [
    fr
      ? `${n(summary.read)} messages lus (${list(summary.formats)}), ${n(summary.added)} nouveaux, ${n(summary.posts)} dans le dossier`
      : `${n(summary.read)} posts read (${list(summary.formats)}), ${n(summary.added)} new, ${n(summary.posts)} in the case`,
    Object.keys(summary.rejected).length > 0
      ? `${fr ? 'Écartés\u00a0:' : 'Set aside:'} ${list(summary.rejected)} (spread/rejects.parquet)`
      : '',
    summary.failedFiles.length > 0
      ? `${fr ? 'Fichiers illisibles\u00a0:' : 'Files that could not be read:'} ${summary.failedFiles.map(({ file, reason }) => `${file} (${reason})`).join(', ')}`
      : '',
    summary.assumedZone > 0
      ? fr
        ? `${n(summary.assumedZone)} heures sans fuseau, lues dans le fuseau donné`
        : `${n(summary.assumedZone)} times stated no zone and were read in the given one`
      : '',
    summary.languageByText > 0
      ? fr
        ? `Langue lue dans le texte, faute d’indication du réseau\u00a0: ${n(summary.languageByText)} messages`
        : `Language told by the text where the network gives none: ${n(summary.languageByText)} posts`
      : '',
    missing === '' ? '' : `${fr ? 'Champs absents\u00a0:' : 'Missing fields:'} ${missing}`,
  ];
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}
