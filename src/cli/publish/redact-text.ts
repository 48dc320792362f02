import { frenchSpaces } from '../../judge/texts/french-spaces.ts';
import type { Language } from '../../model/text.ts';
import { KIND_WORDS, REDACT_NOTES, type RedactSession } from '../../publish/index.ts';

/** What was removed, as a person reads it: kinds and places, never values. */
export function redactionText(log: ReturnType<RedactSession['log']>, path: string, lang: Language): string {
  const colon = lang === 'fr' ? '\u00a0: ' : ': ';
  const lines = [`${{ en: 'written', fr: 'écrit' }[lang]}${colon}${path}`];
  const kinds = Map.groupBy(log.removals, ({ kind }) => kind);
  if (kinds.size === 0)
    lines.push({ en: 'nothing personal was found in it', fr: 'rien de personnel n’y a été trouvé' }[lang]);
  for (const [kind, removals] of kinds) {
    const count = removals.reduce((sum, one) => sum + one.count, 0);
    const places = [...new Set(removals.map(({ where }) => where))];
    const shown = places.length > SHOWN ? `${places.slice(0, SHOWN).join(', ')}…` : places.join(', ');
    const review = removals.some((one) => one.review)
      ? {
          en: ' (some to be looked at: check digits do not hold)',
          fr: ' (à revoir pour certains : clé invalide)',
        }[lang]
      : '';
    lines.push(`  ${count} × ${KIND_WORDS[kind][lang]} (${shown})${review}`);
  }
  for (const [what, count] of Object.entries(log.leftOut))
    lines.push(`  ${{ en: 'left out', fr: 'laissé de côté' }[lang]}${colon}${what} (${count})`);
  for (const note of log.notes) lines.push(`  · ${REDACT_NOTES[note][lang]}`);
  return `${lines.map((line) => (lang === 'fr' ? frenchSpaces(line) : line)).join('\n')}\n`;
}

const SHOWN = 6;
