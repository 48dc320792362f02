import type { StoredItem } from '../../case/store.ts';
import { POLARITY_SIGNS } from '../../judge/reasons/explain.ts';
import { tellReason } from '../../judge/reasons/index.ts';
import { VERDICT_TEXTS } from '../../judge/reasons/verdicts.ts';
import { inLanguage } from '../../judge/texts/in-language.ts';
import { termText } from '../../judge/texts/terms.ts';
import type { Reason } from '../../model/index.ts';
import type { Language } from '../../model/text.ts';
import { evidenceOf, type ShownEvidence } from '../../show/evidence.ts';
import { itemBytes } from '../../show/item-bytes.ts';
import { CASE_FLAG } from '../case-flag.ts';
import { defineCommand } from '../command.ts';
import { ITEM_ARGUMENT } from '../item-argument.ts';
import { harmless } from '../terminal/cells.ts';
import type { Paint } from '../terminal/paint.ts';
import { wrap } from '../terminal/wrap.ts';
import { VERDICT_STYLES } from '../verdict-style.ts';
import { itemOf, withCase } from '../with-case.ts';

export const why = defineCommand({
  path: ['why'],
  summary: {
    en: 'The reasons behind a verdict, in words',
    fr: 'Les raisons d’un verdict, en toutes lettres',
  },
  description: {
    en: 'In order of weight: + speaks for the item, − against it, · is a remark. Words that differ from the reference and regions nobody signed are shown.',
    fr: 'Par ordre de poids\u00a0: + parle pour l’élément, − contre lui, · est une remarque. Les mots qui diffèrent de la référence et les zones que personne n’a signées sont montrés.',
  },
  positionals: [ITEM_ARGUMENT],
  flags: [CASE_FLAG],
  examples: [{ line: 'tamis why k3xq --lang fr', summary: { en: 'in French', fr: 'en français' } }],
  run: async (context) => {
    const { flags, args, json, lang, stdout, paint } = context;
    return await withCase(context, flags.case, (store) => {
      const item = itemOf(store, args.id);
      const bytes = item.message === null ? null : itemBytes(store.directory, item);
      stdout.write(
        json
          ? `${JSON.stringify(whyJson(item, bytes, lang))}\n`
          : whyText(item, bytes, lang, paint, stdout.columns),
      );
      return 0;
    });
  },
});

function whyJson(item: StoredItem, bytes: Uint8Array | null, lang: Language): object {
  const { id, path, judgement } = item;
  const reasons = (judgement?.reasons ?? []).map((reason) => ({
    ...reason,
    ...tellReason(reason, lang),
    evidence: evidenceOf(reason, bytes),
  }));
  return { id, path, verdict: judgement?.verdict ?? null, reasons };
}

const NO_VERDICT = {
  en: 'No verdict: verdicts are given to messages and documents, not to the containers they lie in.',
  fr: 'Pas de verdict : il est donné aux messages et aux documents, pas aux conteneurs qui les contiennent.',
};

export function whyText(
  item: StoredItem,
  bytes: Uint8Array | null,
  lang: Language,
  paint: Paint,
  columns: number,
): string {
  const { judgement } = item;
  const lines = [
    `${paint('bold', item.id)}  ${harmless(item.message?.subject || item.name)}`,
    paint('dim', harmless(item.path)),
    '',
  ];
  if (judgement === null) return `${[...lines, inLanguage(NO_VERDICT, lang)].join('\n')}\n`;
  const width = Math.min(100, Math.max(40, columns)) - 2;
  const { verdict, reasons } = judgement;
  const meaning = wrap(inLanguage(VERDICT_TEXTS[verdict].text, lang), width);
  lines.push(...meaning.map((line) => paint(VERDICT_STYLES[verdict], line)));
  for (const reason of reasons) lines.push('', ...reasonLines(reason, bytes, lang, paint, width));
  return `${lines.join('\n')}\n`;
}

function reasonLines(
  reason: Reason,
  bytes: Uint8Array | null,
  lang: Language,
  paint: Paint,
  width: number,
): string[] {
  const { title, text } = tellReason(reason, lang);
  const sign = POLARITY_SIGNS[reason.polarity];
  const head = `${sign} ${paint('bold', title)}  ${paint('dim', `${reason.code} ${reason.weight}`)}`;
  const told = wrap(harmless(text), width).map((line) => `  ${line}`);
  return [
    head,
    ...told,
    ...evidenceLines(evidenceOf(reason, bytes), lang, paint).map((line) => `    ${line}`),
  ];
}

/** Words in their context once, then what went and what came, as in a word diff. */
function evidenceLines(all: readonly ShownEvidence[], lang: Language, paint: Paint): string[] {
  const lines: string[] = [];
  let context = '';
  for (const evidence of all) {
    if (evidence.type === 'region') {
      const where = `${{ en: 'bytes', fr: 'octets' }[lang]} ${evidence.at.start}–${evidence.at.end}`;
      lines.push(`${paint('dim', where)} ${harmless(evidence.text)}`);
      continue;
    }
    const { part, change, text, after } = evidence;
    const here = `${termText('parts', part, lang) ?? part}\u00a0: …${harmless(after)}`;
    if (here !== context) lines.push(paint('dim', here));
    context = here;
    lines.push(
      change === 'added' ? paint('green', `  + ${harmless(text)}`) : paint('red', `  − ${harmless(text)}`),
    );
  }
  return lines;
}
