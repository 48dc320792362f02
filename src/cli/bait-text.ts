import type { CertificateScan } from '../bait/ct/index.ts';
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
import { cut, harmless } from './terminal/cells.ts';
import { counted, noun } from './terminal/counted.ts';
import { formatNumber } from './terminal/format.ts';
import type { Paint } from './terminal/paint.ts';
import { table } from './terminal/table.ts';
import type { TextStyle } from './terminal/text-style.ts';
import { wrap } from './terminal/wrap.ts';

const LOOKALIKES = noun('look-alike', 'look-alikes', 'nom ressemblant', 'noms ressemblants');
const NAMES = noun('name', 'names', 'nom', 'noms');
const CERTIFICATES = noun('certificate', 'certificates', 'certificat', 'certificats');

/** The hits by score, with reasons, and what to do next when there are any. */
export function baitListText({ hits, names, dropped }: ListScan, style: TextStyle): string {
  const { lang, columns, paint } = style;
  const rows = hits.map((hit) => [String(hit.score), hit.name, hit.target, why(hit, lang), `${hit.line}`]);
  const laid = table(rows, [{ align: 'right' }, {}, {}, { shrinks: 20 }, { align: 'right' }], columns);
  const lost = formatNumber(dropped, lang);
  const [found, of] = [counted(hits.length, LOOKALIKES, lang), counted(names, NAMES, lang)];
  const summary = { en: `${found} among ${of}`, fr: `${found} sur ${of}` }[lang];
  const more = { en: `${lost} more were not kept`, fr: `non gardés en plus\u00a0: ${lost}` }[lang];
  const lines = [...laid, ...(laid.length > 0 ? [''] : []), summary, ...(dropped > 0 ? [more] : [])];
  return `${[...lines, ...(hits.length > 0 ? nextSteps(lang, columns, paint) : [])].join('\n')}\n`;
}

/** Every name with how it was made; the last line counts them. */
export function permutationsText(names: readonly Permutation[], { lang }: TextStyle): string {
  const widest = names.reduce((most, { domain }) => Math.max(most, domain.length), 0);
  const lines = names.map(({ domain, kind }) => {
    const letters = strangeLetters(domain);
    const spelt = letters.length > 0 ? ` (${letters.join(', ')})` : '';
    return `${domain.padEnd(widest)}  ${KIND_TEXTS[kind][lang]}${spelt}`;
  });
  return `${[...lines, counted(names.length, NAMES, lang)].join('\n')}\n`;
}

/** The hits by score, each with its certificate, and what to do next when there are any. */
export function baitCertificatesText(
  { hits, certificates, names, notRead, dropped }: CertificateScan,
  style: TextStyle,
): string {
  const { lang, columns, paint } = style;
  const lines = hits.flatMap((hit) => {
    const time = (hit.logged ?? hit.notBefore)?.slice(0, 16).replace('T', ' ') ?? '';
    const beside = hit.beside.length === 0 ? '' : `  + ${hit.beside.slice(0, 3).join(', ')}`;
    return [
      `${paint('bold', String(hit.score).padStart(3))}  ${paint('bold', hit.name)}  ${hit.target}  ${why(hit, lang)}`,
      `     ${paint('dim', cut(harmless(`${time}  ${hit.issuer}${beside}`.trim()), columns - 5))}`,
    ];
  });
  const found = counted(hits.length, LOOKALIKES, lang);
  const [of, all] = [counted(certificates, CERTIFICATES, lang), counted(names, NAMES, lang)];
  lines.push({ en: `${found} in ${of} with ${all}`, fr: `${found} dans ${of} portant ${all}` }[lang]);
  if (dropped > 0) {
    const lost = formatNumber(dropped, lang);
    lines.push({ en: `${lost} more were not kept`, fr: `non gardés en plus\u00a0: ${lost}` }[lang]);
  }
  for (const { file, why: reason } of notRead.slice(0, MOST_FILES))
    lines.push(`${NOT_READ[reason][lang]} ${harmless(file)}`);
  return `${[...lines, ...(hits.length > 0 ? nextSteps(lang, columns, paint) : [])].join('\n')}\n`;
}

const MOST_FILES = 20;

const NOT_READ = {
  unreadable: { en: 'cannot be read:', fr: 'illisible\u00a0:' },
  'unknown-format': { en: 'holds no entries that are known:', fr: 'sans entrées connues\u00a0:' },
  cut: { en: 'read in part, it breaks off:', fr: 'lu en partie, il s’interrompt\u00a0:' },
  'too-large': { en: 'too large to be read whole:', fr: 'trop grand pour être lu d’un bloc\u00a0:' },
  'bad-lines': { en: 'some lines are no JSON:', fr: 'des lignes ne sont pas du JSON\u00a0:' },
} as const;

function why(hit: Pick<ListedName, 'name' | 'reasons'>, lang: Language): string {
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
