import { frenchSpaces } from '../../judge/texts/french-spaces.ts';
import type { Language, Text } from '../../model/text.ts';
import { KIND_WORDS, REDACT_NOTES, type RedactSession } from '../../publish/index.ts';

/** What was removed, as a person reads it: kinds and places, never values. */
export function redactionText(log: ReturnType<RedactSession['log']>, path: string, lang: Language): string {
  const colon = lang === 'fr' ? '\u00a0: ' : ': ';
  const lines = [`${{ en: 'written', fr: 'écrit' }[lang]}${colon}${path}`];
  const regions = Object.entries(log.regions);
  const kinds = Map.groupBy(log.removals, ({ kind }) => kind);
  if (kinds.size === 0 && regions.length === 0)
    lines.push({ en: 'nothing personal was found in it', fr: 'rien de personnel n’y a été trouvé' }[lang]);
  for (const [kind, removals] of kinds) {
    const count = removals.reduce((sum, one) => sum + one.count, 0);
    const places = [...new Set(removals.map(({ where }) => placeText(where, lang)))];
    const shown = places.length > SHOWN ? `${places.slice(0, SHOWN).join(', ')}…` : places.join(', ');
    const review = removals.some((one) => one.review)
      ? {
          en: ' (some to be looked at: check digits do not hold)',
          fr: ' (à revoir pour certains : clé invalide)',
        }[lang]
      : '';
    lines.push(`  ${count} × ${KIND_WORDS[kind][lang]} (${shown})${review}`);
  }
  for (const [where, count] of regions)
    lines.push(
      `  ${count} × ${{ en: 'region you named', fr: 'région désignée' }[lang]} (${placeText(where, lang)})`,
    );
  for (const [what, count] of Object.entries(log.leftOut))
    lines.push(
      `  ${{ en: 'left out', fr: 'laissé de côté' }[lang]}${colon}${LEFT_OUT[what]?.[lang] ?? what} (${count})`,
    );
  for (const note of log.notes) lines.push(`  · ${REDACT_NOTES[note][lang]}`);
  return `${lines.map((line) => (lang === 'fr' ? frenchSpaces(line) : line)).join('\n')}\n`;
}

const SHOWN = 6;

/** What a log calls by a code of ours, in the language asked for. */
const LEFT_OUT: Readonly<Record<string, Text>> = {
  metadata: { en: 'metadata', fr: 'métadonnées' },
  headers: { en: 'headers', fr: 'en-têtes' },
  'HTML beside the same text': { en: 'HTML beside the same text', fr: 'HTML doublant le texte' },
  'frames without words': { en: 'frames without words', fr: 'vues sans mots' },
  'embedded files and pictures': { en: 'embedded files and pictures', fr: 'fichiers et images incorporés' },
  'embedded files and earlier states': {
    en: 'embedded files and earlier states',
    fr: 'fichiers incorporés et états antérieurs',
  },
};

/** `part 1.2 text`, `header Subject`, `page 2`. */
function placeText(where: string, lang: Language): string {
  return lang === 'en'
    ? where
    : where.replace(
        /(?<![\w-])(?:body|part|text|picture|header|name)(?![\w-])/gu,
        (word) => FRENCH[word] ?? word,
      );
}

const FRENCH: Readonly<Record<string, string>> = {
  part: 'partie',
  text: 'texte',
  picture: 'image',
  body: 'corps',
  header: 'en-tête',
  name: 'nom',
};
