import {
  KIND_TEXTS,
  type ListedName,
  type ListScan,
  NEXT_STEPS,
  type Permutation,
  REASON_TEXTS,
  strangeLetters,
} from '../bait/domains/index.ts';
import type { Language } from '../model/text.ts';
import { formatNumber } from './terminal/format.ts';
import type { Paint } from './terminal/paint.ts';
import { table } from './terminal/table.ts';
import { wrap } from './terminal/wrap.ts';

export interface Look {
  readonly lang: Language;
  readonly columns: number;
  readonly paint: Paint;
}

/** The hits by score, with reasons, and what to do next when there are any. */
export function baitListText({ hits, names, dropped }: ListScan, look: Look): string {
  const { lang, columns, paint } = look;
  const rows = hits.map((hit) => [String(hit.score), hit.name, hit.target, why(hit, lang), `${hit.line}`]);
  const laid = table(rows, [{ align: 'right' }, {}, {}, { shrinks: 20 }, { align: 'right' }], columns);
  const [found, of, lost] = [hits.length, names, dropped].map((count) => formatNumber(count, lang));
  const summary = {
    en: `${found} look-alikes among ${of} names`,
    fr: `noms ressemblants\u00a0: ${found} sur ${of} noms`,
  }[lang];
  const more = { en: `${lost} more were not kept`, fr: `non gardés en plus\u00a0: ${lost}` }[lang];
  const lines = [...laid, ...(laid.length > 0 ? [''] : []), summary, ...(dropped > 0 ? [more] : [])];
  return `${[...lines, ...(hits.length > 0 ? nextSteps(lang, columns, paint) : [])].join('\n')}\n`;
}

/** Every name with how it was made; the last line counts them. */
export function permutationsText(names: readonly Permutation[], { lang }: Look): string {
  const widest = names.reduce((most, { domain }) => Math.max(most, domain.length), 0);
  const lines = names.map(({ domain, kind }) => {
    const letters = strangeLetters(domain);
    const spelt = letters.length > 0 ? ` (${letters.join(', ')})` : '';
    return `${domain.padEnd(widest)}  ${KIND_TEXTS[kind][lang]}${spelt}`;
  });
  const count = formatNumber(names.length, lang);
  return `${[...lines, { en: `${count} names`, fr: `${count} noms` }[lang]].join('\n')}\n`;
}

function why(hit: ListedName, lang: Language): string {
  const reasons = hit.reasons.map((reason) => REASON_TEXTS[reason][lang]).join(', ');
  const letters = strangeLetters(hit.name);
  return letters.length === 0 ? reasons : `${reasons} (${letters.join(', ')})`;
}

function nextSteps(lang: Language, columns: number, paint: Paint): string[] {
  const title = { en: 'What to do next', fr: 'Que faire maintenant' }[lang];
  const steps = NEXT_STEPS.flatMap((step, index) => {
    const lines = wrap(step[lang], columns - 3);
    return lines.map((line, at) => (at === 0 ? `${index + 1}. ${line}` : `   ${line}`));
  });
  return ['', paint('bold', title), ...steps];
}
