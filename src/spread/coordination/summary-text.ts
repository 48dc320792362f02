import type { Language } from '../../model/index.ts';
import type { CoordinationSummary } from './run-coordination.ts';

/** The summary as lines for a person. */
export function coordinationText(summary: CoordinationSummary, lang: Language): string {
  const n = (value: number): string => value.toLocaleString(lang === 'fr' ? 'fr-FR' : 'en-GB');
  const { strong } = summary;
  const rejected = Object.entries(summary.rejected).map(([reason, count]) => `${reason} ${n(count ?? 0)}`);
  const lines =
    lang === 'fr'
      ? [
          `${n(summary.rows)} lignes${rejected.length > 0 ? `, dont écartées\u00a0: ${rejected.join(', ')}` : ''}`,
          `${n(summary.pairs)} paires en ${n(summary.window)} s ou moins, ${n(summary.objects)} objets`,
          `${n(summary.accounts)} comptes, ${n(summary.edges)} liens, poids maximal ${n(summary.maxWeight)}`,
          `${n(summary.edgesOverTwoObjects)} liens sur deux objets distincts ou plus`,
          `${n(strong.edges)} liens au-dessus du centile ${strong.percentile} (poids > ${n(strong.threshold)}), ${n(strong.accounts)} comptes`,
          summary.assumedZone > 0
            ? `${n(summary.assumedZone)} heures sans fuseau, lues dans le fuseau donné`
            : '',
          `${n(summary.seconds)} s`,
          'Un nombre de paires n’est pas une preuve\u00a0: le hasard en donne autant. Voir «\u00a0tamis spread report\u00a0» et docs/spread.md.',
        ]
      : [
          `${n(summary.rows)} rows${rejected.length > 0 ? `, of which set aside: ${rejected.join(', ')}` : ''}`,
          `${n(summary.pairs)} pairs within ${n(summary.window)} s, over ${n(summary.objects)} ${summary.objects === 1 ? 'object' : 'objects'}`,
          `${n(summary.accounts)} accounts, ${n(summary.edges)} edges, largest weight ${n(summary.maxWeight)}`,
          `${n(summary.edgesOverTwoObjects)} edges over two or more distinct objects`,
          `${n(strong.edges)} edges above percentile ${strong.percentile} (weight > ${n(strong.threshold)}), ${n(strong.accounts)} accounts`,
          summary.assumedZone > 0
            ? `${n(summary.assumedZone)} times stated no zone and were read in the given one`
            : '',
          `${n(summary.seconds)} s`,
          'A number of pairs is no evidence: chance gives as many. See `tamis spread report` and docs/spread.md.',
        ];
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}
