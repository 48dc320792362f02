import type { Language } from '../../model/text.ts';
import { searchLine } from '../../show/json/index.ts';
import { type Similar, type SimilarItem, similarTo } from '../../show/similar.ts';
import { CASE_FLAGS } from '../case-flag.ts';
import { defineCommand } from '../command.ts';
import { ITEM_ARGUMENT } from '../item-argument.ts';
import { cut, harmless } from '../terminal/cells.ts';
import { formatTime } from '../terminal/format.ts';
import type { Paint } from '../terminal/paint.ts';
import { itemOf, withCase } from '../with-case.ts';

const DEFAULT_LIMIT = 20;

export const similar = defineCommand({
  path: ['similar'],
  summary: {
    en: 'Items whose text is near that of one, and what differs',
    fr: 'Éléments au texte proche d’un autre, et ce qui diffère',
  },
  description: {
    en: 'Ranked by the share of wording in common, counted in the texts (docs/similar.md). What a message quotes does not count. Being near is no sign of forgery: drafts, newsletters and invoices are near each other.',
    fr: 'Classés par la part de formulation commune, comptée dans les textes (docs/similar.md). Ce qu’un message cite ne compte pas. Être proche n’est pas un signe de falsification\u00a0: brouillons, lettres d’information et factures se ressemblent.',
  },
  positionals: [ITEM_ARGUMENT],
  flags: [
    ...CASE_FLAGS,
    {
      name: 'limit',
      short: 'n',
      type: 'number',
      min: 1,
      default: DEFAULT_LIMIT,
      metavar: 'N',
      summary: { en: 'at most this many', fr: 'pas plus que ce nombre' },
    },
  ],
  examples: [
    { line: 'tamis similar k3xq', summary: { en: 'drafts and copies', fr: 'brouillons et copies' } },
  ],
  run: async (context) => {
    const { flags, args, json, lang, stdout, paint } = context;
    return await withCase(context, flags, (store) => {
      const item = itemOf(store, args.id);
      const found = similarTo(store, item, flags.limit);
      if (json) stdout.write(`${JSON.stringify(similarJson(item.id, item.path, found))}\n`);
      else stdout.write(`${similarText(found, lang, paint, stdout.columns)}\n`);
      return 0;
    });
  },
});

function similarJson(id: string, path: string, found: Similar): object {
  const items =
    found.type === 'found'
      ? found.items.map(({ hit, role, similarity, containment, identical, ocr, changes }) => ({
          ...searchLine(hit),
          role,
          similarity: rounded(similarity),
          containment: rounded(containment),
          identical,
          ocr,
          changes,
        }))
      : [];
  return { id, path, type: found.type, items };
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}

const SAY = {
  short: {
    en: 'Its own text is too short to compare (fewer than 12 words beside quotations).',
    fr: 'Son propre texte est trop court pour être comparé (moins de 12 mots hors citations).',
  },
  none: { en: 'No item has a text near this one.', fr: 'Aucun élément n’a un texte proche de celui-ci.' },
  contained: {
    en: 'one stands in the other',
    fr: 'l’un se trouve dans l’autre',
  },
  identical: { en: 'the same bytes', fr: 'les mêmes octets' },
  sameWords: { en: 'the same words', fr: 'les mêmes mots' },
  ocr: {
    en: 'its words were read by OCR and may be misread',
    fr: 'ses mots ont été lus par OCR et peuvent être mal lus',
  },
} as const;

function similarText(found: Similar, lang: Language, paint: Paint, columns: number): string {
  if (found.type === 'too-short') return SAY.short[lang];
  if (found.items.length === 0) return SAY.none[lang];
  return found.items.map((item) => itemLines(item, lang, paint, columns)).join('\n');
}

/** Of what one text shares with the other: as good as all of it. */
const WHOLE = 0.95;
const FEW_CHANGES = 3;

function itemLines(item: SimilarItem, lang: Language, paint: Paint, columns: number): string {
  const { hit, similarity, containment, role } = item;
  const width = Math.max(20, columns - 8);
  const share = `${String(Math.floor(similarity * 100)).padStart(3)} %`;
  const title = harmless(hit.subject || hit.name);
  const time = hit.date === null ? '' : `  ${formatTime(hit.date).slice(0, 16)}`;
  const archive = role === 'reference' ? `  (${{ en: 'reference', fr: 'référence' }[lang]})` : '';
  const lines = [
    `${paint('bold', share)}  ${paint('bold', hit.id)}${time}${archive}  ${cut(title, width - 30)}`,
  ];
  lines.push(`       ${paint('dim', cut(harmless(hit.path), width))}`);
  const remark = remarkOf(item, lang);
  if (remark !== '') lines.push(`       ${remark}`);
  else if (containment >= WHOLE && similarity < WHOLE) lines.push(`       ${SAY.contained[lang]}`);
  if (item.ocr) lines.push(`       ${SAY.ocr[lang]}`);
  for (const { type, text } of (item.changes ?? []).slice(0, FEW_CHANGES)) {
    const sign = type === 'added' ? '+' : '−';
    lines.push(
      `       ${paint(type === 'added' ? 'green' : 'red', `${sign} ${cut(harmless(text), width - 2)}`)}`,
    );
  }
  return lines.join('\n');
}

function remarkOf({ identical, changes }: SimilarItem, lang: Language): string {
  if (identical) return SAY.identical[lang];
  return changes?.length === 0 ? SAY.sameWords[lang] : '';
}
