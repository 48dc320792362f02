import type { SearchHit } from '../../case/store.ts';
import { tellFailure } from '../../judge/failures/index.ts';
import { tellFailureDetail } from '../../judge/failures/tell-detail.ts';
import { FAILURE_CODES, type FailureCode } from '../../model/failure.ts';
import type { Language } from '../../model/text.ts';
import { CASE_FLAGS } from '../case-flag.ts';
import { defineCommand } from '../command.ts';
import { cut, harmless } from '../terminal/cells.ts';
import { colon } from '../terminal/colon.ts';
import { formatNumber } from '../terminal/format.ts';
import type { TextStyle } from '../terminal/text-style.ts';
import { wrap } from '../terminal/wrap.ts';
import { withCase } from '../with-case.ts';

/** A person reads the first ones; a pipe and --json get all. */
const TERMINAL_ITEMS = 20;

export const failures = defineCommand({
  path: ['failures'],
  summary: {
    en: 'What could not be read, why, and what to do about it',
    fr: 'Ce qui n’a pu être lu, pourquoi, et que faire',
  },
  positionals: [],
  flags: [
    ...CASE_FLAGS,
    {
      name: 'code',
      type: 'enum',
      values: FAILURE_CODES,
      metavar: 'CODE',
      summary: { en: 'only those with this code', fr: 'seulement ceux de ce code' },
    },
  ],
  run: async (context) => {
    const { flags, json, lang, stdout, paint } = context;
    return await withCase(context, flags, (store) => {
      const groups = new Map<FailureCode, SearchHit[]>();
      let found = 0;
      for (const hit of store.failures()) {
        if (hit.failure === null || (flags.code !== undefined && hit.failure.code !== flags.code)) continue;
        found += 1;
        if (json) stdout.write(`${JSON.stringify(failureJson(hit, hit.failure.code, lang))}\n`);
        else into(groups, hit.failure.code).push(hit);
      }
      if (json) return 0;
      if (found === 0) stdout.write(`${{ en: 'Everything was read.', fr: 'Tout a été lu.' }[lang]}\n`);
      const most = stdout.isTTY ? TERMINAL_ITEMS : Number.POSITIVE_INFINITY;
      for (const [code, hits] of groups)
        stdout.write(
          `${groupLines(code, hits, most, { lang, paint, columns: stdout.columns }).join('\n')}\n`,
        );
      return 0;
    });
  },
});

function into(groups: Map<FailureCode, SearchHit[]>, code: FailureCode): SearchHit[] {
  const known = groups.get(code) ?? [];
  groups.set(code, known);
  return known;
}

function failureJson(hit: SearchHit, code: FailureCode, lang: Language): object {
  const { id, path, kind, type, size, status, failure } = hit;
  return {
    id,
    path,
    kind,
    type,
    size,
    status,
    code,
    detail: failure?.detail ?? '',
    next: tellFailure(code, lang).next,
  };
}

function groupLines(
  code: FailureCode,
  hits: readonly SearchHit[],
  most: number,
  { lang, paint, columns }: TextStyle,
): string[] {
  const told = tellFailure(code, lang);
  const width = Math.min(100, columns) - 2;
  const lines = [`${paint('bold', told.title)} (${code})${colon(lang)}${formatNumber(hits.length, lang)}`];
  lines.push(...wrap(told.text, width).map((line) => `  ${line}`));
  lines.push(...wrap(`→ ${told.next}`, width).map((line) => paint('cyan', `  ${line}`)));
  for (const { id, path, failure } of hits.slice(0, most)) {
    lines.push(`  ${id}  ${cut(harmless(path), Math.max(20, columns - 17))}`);
    lines.push(paint('dim', `                 ${harmless(tellFailureDetail(failure?.detail ?? '', lang))}`));
  }
  if (hits.length > most) lines.push(`  … ${{ en: 'all of them: --json', fr: 'tous\u00a0: --json' }[lang]}`);
  return [...lines, ''];
}
